package org.binnacle.review.set;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.kernel.Fault;
import org.binnacle.review.RuleInfo;

/// A rule set file while it is being edited: what it says itself, not what it inherits. Comments of
/// the file are not kept.
///
/// @param base what it extends; empty for nothing
/// @param only whether rules that it does not name are off
/// @param rules ids and families to levels or maps, in the order in which they count
/// @param overrides as they stand in the file
/// @param custom as they stand in the file
public record RuleSetDraft(
    String name,
    String base,
    String server,
    String sqlMode,
    boolean only,
    Map<String, Object> rules,
    List<Object> overrides,
    List<Object> custom) {

  public RuleSetDraft {
    rules = new LinkedHashMap<>(rules);
    overrides = List.copyOf(overrides);
    custom = List.copyOf(custom);
  }

  /// One that extends a set and changes nothing of it.
  public static RuleSetDraft extending(String name, String base) {
    return new RuleSetDraft(name, base, "", "", false, Map.of(), List.of(), List.of());
  }

  /// @throws Fault where that is no rule set in YAML
  public static RuleSetDraft read(String name, String yaml) {
    return read(name, yaml, Notation.YAML);
  }

  /// @throws Fault where that is no rule set in this notation
  public static RuleSetDraft read(String name, String text, Notation notation) {
    if (!(notation.read(name, text) instanceof Map<?, ?> map)) {
      throw RuleSets.bad(name, "it must be a map of keys", null);
    }
    var rules = new LinkedHashMap<String, Object>();
    if (map.get("rules") instanceof Map<?, ?> all) {
      all.forEach((k, v) -> rules.put(String.valueOf(k), v));
    }
    return new RuleSetDraft(
        text(map, "ruleset").orElse(name),
        text(map, "extends").orElse(""),
        text(map, "server").orElse(""),
        text(map, "sql_mode").orElse(""),
        Boolean.TRUE.equals(map.get("only")),
        rules,
        list(map, "override"),
        list(map, "custom"));
  }

  private static Optional<String> text(Map<?, ?> map, String key) {
    return Optional.ofNullable(map.get(key)).map(String::valueOf);
  }

  private static List<Object> list(Map<?, ?> map, String key) {
    return map.get(key) instanceof List<?> all ? List.copyOf(all) : List.of();
  }

  /// The rule set that it is.
  ///
  /// @param folder that `extends` is looked for in
  /// @throws Fault where it says what cannot be: unknown names with what may be meant, conflicts
  public RuleSet checked(Path folder) {
    return RuleSets.parse(name.isBlank() ? "the rule set" : name, yaml(), folder);
  }

  public RuleSetDraft named(String other) {
    return new RuleSetDraft(other, base, server, sqlMode, only, rules, overrides, custom);
  }

  public RuleSetDraft extending(String other) {
    return new RuleSetDraft(name, other, server, sqlMode, only, rules, overrides, custom);
  }

  public RuleSetDraft forServer(String version) {
    return new RuleSetDraft(name, base, version, sqlMode, only, rules, overrides, custom);
  }

  /// The rule as the base has it.
  public RuleSetDraft without(RuleInfo rule) {
    var fewer = new LinkedHashMap<>(rules);
    fewer.remove(rule.id());
    return with(fewer);
  }

  /// @param level `error`, `warning`, `notice`, `on` or `off`
  /// @param params those that differ from the rule's own
  public RuleSetDraft with(RuleInfo rule, String level, Map<String, Object> params) {
    var more = new LinkedHashMap<>(rules);
    // Behind families such as `name.*`, which would else win.
    more.remove(rule.id());
    if (params.isEmpty()) {
      more.put(rule.id(), level);
    } else {
      var value = new LinkedHashMap<String, Object>();
      value.put("level", level);
      value.putAll(params);
      more.put(rule.id(), value);
    }
    return with(more);
  }

  private RuleSetDraft with(Map<String, Object> other) {
    return new RuleSetDraft(name, base, server, sqlMode, only, other, overrides, custom);
  }

  /// Whether the file itself says something of a rule, by its id.
  public boolean says(RuleInfo rule) {
    return rules.containsKey(rule.id());
  }

  /// The file.
  public String text(Notation notation) {
    return switch (notation) {
      case YAML -> yaml();
      case TOML -> RuleSetToml.of(this);
    };
  }

  public String yaml() {
    var out = new StringBuilder();
    out.append("ruleset: ").append(RuleSetText.quoted(name)).append('\n');
    line(out, "extends", base);
    line(out, "server", server);
    line(out, "sql_mode", sqlMode);
    if (only) {
      out.append("only: true\n");
    }
    if (!rules.isEmpty()) {
      out.append("rules:\n");
      rules.forEach(
          (rule, value) ->
              out.append("  ")
                  .append(rule.contains("*") ? RuleSetText.quoted(rule) : rule)
                  .append(": ")
                  .append(RuleSetText.value(value))
                  .append('\n'));
    }
    items(out, "override", overrides);
    items(out, "custom", custom);
    return out.toString();
  }

  private static void line(StringBuilder out, String key, String value) {
    if (!value.isBlank()) {
      out.append(key).append(": ").append(RuleSetText.quoted(value)).append('\n');
    }
  }

  private static void items(StringBuilder out, String key, List<Object> all) {
    if (!all.isEmpty()) {
      out.append(key).append(":\n");
      all.forEach(one -> out.append("  - ").append(RuleSetText.value(one)).append('\n'));
    }
  }
}
