package org.binnacle.review.set;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.review.Level;
import org.binnacle.review.Param;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.rule.Rules;

/// Rule sets as YAML.
public final class RuleSetText {
  private RuleSetText() {}

  /// `error`, `off`: how a rule runs where no override of a path changes it.
  public static String level(RuleSet set, RuleInfo rule) {
    RuleSet.Setting setting = set.settings().getOrDefault(rule.id(), RuleSet.Setting.NONE);
    return setting.on().orElse(rule.on()) ? setting.level().orElse(rule.level()).word() : "off";
  }

  /// The rule set as a file that extends nothing.
  public static String effective(RuleSet set) {
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
            .append(", rules: ")
            .append(value(one.rules()))
            .append(", level: ")
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
      out.append(", ").append(param.name()).append(": ").append(value(param(set, rule, param)));
    }
    out.append("}\n");
  }

  /// What a parameter of a rule is in a set.
  public static Object param(RuleSet set, RuleInfo rule, Param param) {
    Map<String, Object> params =
        set.settings().getOrDefault(rule.id(), RuleSet.Setting.NONE).params();
    return Optional.ofNullable(params.get(param.name())).orElse(param.standard());
  }

  /// A value in YAML's short form, all texts in quotes.
  static String value(Object value) {
    return switch (value) {
      case List<?> list -> {
        var all = new ArrayList<String>();
        list.forEach(one -> all.add(value(one)));
        yield "[" + String.join(", ", all) + "]";
      }
      case Map<?, ?> map -> {
        var all = new ArrayList<String>();
        map.forEach((k, v) -> all.add(k + ": " + value(v)));
        yield "{" + String.join(", ", all) + "}";
      }
      case String text -> quoted(text);
      default -> String.valueOf(value);
    };
  }

  static String quoted(String text) {
    boolean plain = text.chars().allMatch(c -> c >= ' ' && c != 0x7F);
    return plain ? "'" + text.replace("'", "''") + "'" : escaped(text);
  }

  private static String escaped(String text) {
    var out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        default -> out.append(c < ' ' || c == 0x7F ? "\\x%02x".formatted((int) c) : c);
      }
    }
    return out.append('"').toString();
  }
}
