package org.binnacle.review.set;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A rule set file as TOML. Names of rules stand in quotes, so that their dots make no tables.
final class RuleSetToml {
  private RuleSetToml() {}

  static String of(RuleSetDraft draft) {
    var out = new StringBuilder();
    line(out, "ruleset", draft.name());
    line(out, "extends", draft.base());
    line(out, "server", draft.server());
    line(out, "sql_mode", draft.sqlMode());
    if (draft.only()) {
      out.append("only = true\n");
    }
    if (!draft.rules().isEmpty()) {
      out.append("\n[rules]\n");
      draft.rules().forEach((rule, value) -> pair(out, rule, value));
    }
    tables(out, "override", draft.overrides());
    tables(out, "custom", draft.custom());
    return out.toString();
  }

  private static void line(StringBuilder out, String key, String value) {
    if (!value.isBlank()) {
      pair(out, key, value);
    }
  }

  private static void pair(StringBuilder out, String key, Object value) {
    out.append(key(key)).append(" = ").append(value(value)).append('\n');
  }

  private static void tables(StringBuilder out, String key, List<Object> all) {
    for (Object one : all) {
      if (one instanceof Map<?, ?> map) {
        out.append("\n[[").append(key).append("]]\n");
        map.forEach((k, v) -> pair(out, String.valueOf(k), v));
      }
    }
  }

  private static String key(String key) {
    return key.matches("[A-Za-z0-9_-]+") ? key : quoted(key);
  }

  private static String value(Object value) {
    return switch (value) {
      case List<?> list -> {
        var all = new ArrayList<String>();
        list.forEach(one -> all.add(value(one)));
        yield "[" + String.join(", ", all) + "]";
      }
      case Map<?, ?> map -> {
        var all = new ArrayList<String>();
        map.forEach((k, v) -> all.add(key(String.valueOf(k)) + " = " + value(v)));
        yield "{" + String.join(", ", all) + "}";
      }
      case String text -> quoted(text);
      default -> String.valueOf(value);
    };
  }

  /// Patterns stay readable between single quotes, which keep backslashes as they are.
  private static String quoted(String text) {
    boolean plain = text.chars().allMatch(c -> c >= ' ' && c != 0x7F);
    if (plain && text.indexOf('\\') >= 0 && text.indexOf('\'') < 0) {
      return "'" + text + "'";
    }
    var out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        default -> out.append(c < ' ' || c == 0x7F ? "\\u%04x".formatted((int) c) : c);
      }
    }
    return out.append('"').toString();
  }
}
