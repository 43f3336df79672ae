package org.binnacle.diagnosis.replication;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.binnacle.diagnosis.health.HealthFaults;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Settings;

/// Which heartbeat table tells the lag of which instance, as the user has set it: one for all, or
/// one for each selector of the inventory, the first that fits.
///
/// ```
/// ops.heartbeat                         for all
/// ops.heartbeat utc                     written with pt-heartbeat --utc
/// tag:eu = eu.beat; off                 one for a tag, none for the others
/// cluster:shop = shop.heartbeat; auto   else the usual places, as without a setting
/// ```
public final class HeartbeatRules {
  public static final String SETTING = "replication.heartbeat";

  private static final Pattern TABLE =
      Pattern.compile("([A-Za-z0-9_$-]{1,64})\\.([A-Za-z0-9_$-]{1,64})(\\s+utc)?");

  private final List<Rule> rules;
  private final List<String> wrong;

  /// Where the lag of an instance is read.
  public sealed interface Choice {
    /// Looked for under usual names.
    record Auto() implements Choice {}

    /// The server's own count only.
    record Off() implements Choice {}

    /// @param utc whether its times are UTC and not those of the source's time zone
    record Table(String schema, String table, boolean utc) implements Choice {
      /// `ops.heartbeat`.
      public String words() {
        return schema + "." + table;
      }
    }
  }

  private record Rule(Predicate<String> where, Choice choice) {}

  private HeartbeatRules(List<Rule> rules, List<String> wrong) {
    this.rules = List.copyOf(rules);
    this.wrong = List.copyOf(wrong);
  }

  /// @param select the instances that a selector means, by id
  public static HeartbeatRules of(String text, Function<String, Predicate<String>> select) {
    var rules = new ArrayList<Rule>();
    var wrong = new ArrayList<String>();
    for (String part : text.split(";", -1)) {
      String rule = part.strip();
      int equals = rule.indexOf('=');
      String where = equals < 0 ? "" : rule.substring(0, equals).strip();
      Optional<Choice> choice = choice(rule.substring(equals + 1).strip());
      if (rule.isEmpty()) {
        continue;
      }
      if (choice.isEmpty() || (equals >= 0 && where.isEmpty())) {
        wrong.add(rule);
        continue;
      }
      try {
        rules.add(new Rule(where.isEmpty() ? id -> true : select.apply(where), choice.get()));
      } catch (Fault notUnderstood) {
        wrong.add(rule);
      }
    }
    return new HeartbeatRules(rules, wrong);
  }

  /// As the settings have it now.
  public static HeartbeatRules of(Settings settings, Function<String, Predicate<String>> select) {
    return of(settings.get(SETTING).orElse(""), select);
  }

  /// Whether a text is understood, before it is kept.
  ///
  /// @param select throws a fault where a selector is not understood
  /// @throws Fault with the rules that are not
  public static void check(String text, Function<String, Predicate<String>> select) {
    List<String> wrong = of(text, select).wrong();
    if (!wrong.isEmpty()) {
      throw new Fault(HealthFaults.HEARTBEAT, String.join("; ", wrong));
    }
  }

  private static Optional<Choice> choice(String text) {
    if (text.equalsIgnoreCase("auto")) {
      return Optional.of(new Choice.Auto());
    }
    if (text.equalsIgnoreCase("off")) {
      return Optional.of(new Choice.Off());
    }
    Matcher table = TABLE.matcher(text);
    return table.matches()
        ? Optional.of(new Choice.Table(table.group(1), table.group(2), table.group(3) != null))
        : Optional.empty();
  }

  /// By the first rule that fits; the usual places where none does.
  public Choice forInstance(String instanceId) {
    return rules.stream()
        .filter(rule -> rule.where().test(instanceId))
        .findFirst()
        .map(Rule::choice)
        .orElseGet(Choice.Auto::new);
  }

  /// Whether the usual places count for every instance.
  boolean none() {
    return rules.isEmpty();
  }

  /// Rules that are not understood, and so left out.
  public List<String> wrong() {
    return wrong;
  }
}
