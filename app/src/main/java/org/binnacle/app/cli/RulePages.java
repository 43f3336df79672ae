package org.binnacle.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.kernel.Fault;
import org.binnacle.review.Example;
import org.binnacle.review.Level;
import org.binnacle.review.Param;
import org.binnacle.review.ReviewFaults;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.rule.Rules;
import org.binnacle.review.set.RuleSet;

/// Rules and rule sets in words.
final class RulePages {
  private RulePages() {}

  private static List<RuleInfo> all(RuleSet set) {
    var all = new ArrayList<>(Rules.infos());
    set.custom().stream().map(Rule::info).forEach(all::add);
    return all;
  }

  private static String level(RuleSet set, RuleInfo rule) {
    RuleSet.Setting setting = set.of(rule, "");
    return setting.on().orElse(rule.on()) ? setting.level().orElse(rule.level()).word() : "off";
  }

  static String list(RuleSet set, boolean json) {
    if (json) {
      return Json.of(all(set).stream().map(r -> row(set, r)).toList()) + "\n";
    }
    var out = new StringBuilder();
    for (RuleInfo rule : all(set)) {
      out.append(
          "%-34s %-8s %-9s %s%n"
              .formatted(
                  rule.id(),
                  level(set, rule),
                  rule.need() == org.binnacle.review.Need.TEXT
                      ? ""
                      : rule.need().name().toLowerCase(java.util.Locale.ROOT),
                  rule.says()));
    }
    return out.toString();
  }

  private static Map<String, Object> row(RuleSet set, RuleInfo rule) {
    var row = new LinkedHashMap<String, Object>();
    row.put("rule", rule.id());
    row.put("level", level(set, rule));
    row.put("needs", rule.need().name().toLowerCase(java.util.Locale.ROOT));
    row.put("says", rule.says());
    row.put("because", rule.because());
    return row;
  }

  /// @throws Fault where there is no such rule
  static String page(String id, RuleSet set) {
    RuleInfo rule =
        all(set).stream()
            .filter(r -> r.id().equals(id))
            .findFirst()
            .orElseThrow(
                () ->
                    new Fault(
                        ReviewFaults.NO_RULE,
                        id + Rules.nearest(id).map(n -> "; " + n + "?").orElse("")));
    var out = new StringBuilder();
    out.append(rule.id()).append(" (").append(level(set, rule)).append(")\n\n");
    out.append(rule.says()).append('\n').append(rule.because()).append('\n');
    out.append("Needs ").append(rule.need().words()).append(".\n");
    if (!rule.conflicts().isEmpty()) {
      out.append("Not together with ").append(String.join(", ", rule.conflicts())).append(".\n");
    }
    for (Param param : rule.params()) {
      out.append(
          "\n%s (%s, default %s): %s%n"
              .formatted(param.name(), param.type(), param.standard(), param.about()));
    }
    for (Example.Kind kind : Example.Kind.values()) {
      examples(out, rule, kind);
    }
    return out.toString();
  }

  private static void examples(StringBuilder out, RuleInfo rule, Example.Kind kind) {
    String head =
        switch (kind) {
          case BAD -> "Bad";
          case GOOD -> "Good";
          case NEAR_MISS -> "Also good";
        };
    for (Example example : rule.examples()) {
      if (example.kind() == kind) {
        out.append('\n').append(head);
        if (!example.params().isEmpty()) {
          out.append(" with ").append(example.params());
        }
        if (!example.version().isEmpty()) {
          out.append(" on ").append(example.version());
        }
        out.append(":\n    ").append(example.script().replace("\n", "\n    ")).append('\n');
        if (!example.schema().isEmpty()) {
          out.append("  where there is\n    ")
              .append(example.schema().replace("\n", "\n    "))
              .append('\n');
        }
      }
    }
  }

  /// The rule set as a rule set file that extends nothing.
  static String config(RuleSet set) {
    var out = new StringBuilder();
    out.append("ruleset: ").append(quoted(set.name())).append('\n');
    set.server().ifPresent(v -> out.append("server: ").append(quoted(v)).append('\n'));
    set.sqlMode().ifPresent(v -> out.append("sql_mode: ").append(quoted(v)).append('\n'));
    out.append("rules:\n");
    for (Rule rule : Rules.shipped()) {
      rule(out, set, rule.info());
    }
    if (!set.overrides().isEmpty()) {
      out.append("override:\n");
      for (RuleSet.Override one : set.overrides()) {
        String level =
            one.setting()
                .level()
                .map(Level::word)
                .orElse(one.setting().on().orElse(true) ? "on" : "off");
        out.append("  - {path: ")
            .append(quoted(one.path()))
            .append(", rules: [")
            .append(String.join(", ", one.rules().stream().map(RulePages::quoted).toList()))
            .append("], level: ")
            .append(quoted(level))
            .append("}\n");
      }
    }
    if (!set.custom().isEmpty()) {
      out.append("# and the custom rules ")
          .append(String.join(", ", set.custom().stream().map(r -> r.info().id()).toList()))
          .append('\n');
    }
    return out.toString();
  }

  private static void rule(StringBuilder out, RuleSet set, RuleInfo rule) {
    out.append("  ").append(rule.id()).append(": ");
    String level = level(set, rule);
    if (rule.params().isEmpty() || level.equals("off")) {
      out.append(quoted(level)).append('\n');
      return;
    }
    out.append("{level: ").append(quoted(level));
    for (Param param : rule.params()) {
      Object value =
          Optional.ofNullable(set.of(rule, "").params().get(param.name())).orElse(param.standard());
      out.append(", ").append(param.name()).append(": ").append(value(value));
    }
    out.append("}\n");
  }

  private static String value(Object value) {
    return switch (value) {
      case List<?> list ->
          "[" + String.join(", ", list.stream().map(v -> quoted(String.valueOf(v))).toList()) + "]";
      case String text -> quoted(text);
      default -> String.valueOf(value);
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
