package org.binnacle.diagnosis.incident.guard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.binnacle.diagnosis.incident.Release;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Settings;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The rules that are kept in the settings, one under each `incident.trigger.<id>`.
public final class TriggerRules {
  static final String PREFIX = "incident.trigger.";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Settings settings;

  public TriggerRules(Settings settings) {
    this.settings = settings;
  }

  /// In the order of their ids. One that is not understood (a newer program's) is left out.
  public List<TriggerRule> list() {
    var rules = new ArrayList<TriggerRule>();
    settings
        .under(PREFIX)
        .forEach((key, text) -> read(key.substring(PREFIX.length()), text).ifPresent(rules::add));
    return List.copyOf(rules);
  }

  private static Optional<TriggerRule> read(String id, String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      return Optional.of(
          new TriggerRule(
              id,
              node.path("on").asBoolean(false),
              node.path("where").asString(""),
              node.path("condition").asString(""),
              node.path("cycles").asInt(5),
              Duration.ofSeconds(node.path("cool_down_s").asLong(300)),
              Release.of(node.path("release").asString("")),
              node.path("most_a_day").asInt(10),
              node.path("with_cluster").asBoolean(false)));
    } catch (JacksonException | Fault notOurs) {
      return Optional.empty();
    }
  }

  /// Keeps it, in place of the one with the same id.
  public void keep(TriggerRule rule) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("on", rule.on()).put("where", rule.where()).put("condition", rule.condition());
    node.put("cycles", rule.cycles()).put("cool_down_s", rule.coolDown().toSeconds());
    node.put("most_a_day", rule.mostADay()).put("release", rule.release().text());
    node.put("with_cluster", rule.cluster());
    settings.put(PREFIX + rule.id(), MAPPER.writeValueAsString(node));
  }

  public void remove(String id) {
    settings.remove(PREFIX + id);
  }
}
