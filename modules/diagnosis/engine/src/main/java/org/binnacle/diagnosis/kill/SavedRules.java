package org.binnacle.diagnosis.kill;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Nearest;
import org.binnacle.kernel.Settings;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The rules that are kept in the settings.
public final class SavedRules {
  private static final String PREFIX = "kill.rules.";
  private static final JsonMapper MAPPER = new JsonMapper();

  private final Settings settings;
  private final Clock clock;

  public SavedRules(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /// By name; what is damaged is left out.
  public List<SavedRule> all() {
    var found = new ArrayList<SavedRule>();
    settings
        .under(PREFIX)
        .forEach((key, value) -> read(key.substring(PREFIX.length()), value).ifPresent(found::add));
    found.sort(Comparator.comparing(SavedRule::name));
    return found;
  }

  /// Keeps it, in place of one with the same name.
  ///
  /// @throws Fault with {@link KillFaults#RULE} where name or text are none
  public void save(SavedRule rule) {
    if (!rule.name().matches("[\\w.-]{1,40}")) {
      throw new Fault(
          KillFaults.RULE,
          "a name has up to 40 letters, digits, dots and dashes; not " + rule.name());
    }
    KillRule ignored = RuleText.parse(rule.text());
    var kept =
        MAPPER
            .createObjectNode()
            .put("rule", rule.text())
            .put("verb", rule.verb().name().toLowerCase(Locale.ROOT));
    rule.until().ifPresent(end -> kept.put("until", end.toString()));
    settings.put(PREFIX + rule.name(), MAPPER.writeValueAsString(kept));
  }

  public void remove(String name) {
    settings.remove(PREFIX + name);
  }

  /// One that may be used now.
  ///
  /// @throws Fault with {@link KillFaults#RULE} where there is none, with {@link
  ///   KillFaults#RULE_EXPIRED} where its time is over
  public SavedRule usable(String name) {
    List<SavedRule> all = all();
    SavedRule rule =
        all.stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(
                () -> {
                  var names = all.stream().map(SavedRule::name).toList();
                  return new Fault(
                      KillFaults.RULE,
                      "no saved rule @"
                          + name
                          + Nearest.to(name, names)
                              .map(n -> "; did you mean @" + n + "?")
                              .orElse(""));
                });
    if (rule.expired(clock.instant())) {
      throw new Fault(KillFaults.RULE_EXPIRED, name + " (" + rule.until().orElseThrow() + ")");
    }
    return rule;
  }

  private static Optional<SavedRule> read(String name, String json) {
    try {
      JsonNode node = MAPPER.readTree(json);
      String until = node.path("until").asString("");
      return Optional.of(
          new SavedRule(
              name,
              node.path("rule").asString(""),
              node.path("verb").asString("").equals("connection") ? Verb.CONNECTION : Verb.QUERY,
              until.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(until))));
    } catch (JacksonException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
