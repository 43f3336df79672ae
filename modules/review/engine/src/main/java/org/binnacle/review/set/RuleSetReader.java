package org.binnacle.review.set;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.binnacle.review.Level;
import org.binnacle.review.Param;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.rule.Nearest;
import org.binnacle.review.rule.Rules;
import org.binnacle.sql.parse.Target;

/// One rule set file. What it does not know is an error, with what may have been meant.
final class RuleSetReader {
  private static final Set<String> KEYS =
      Set.of("ruleset", "extends", "server", "sql_mode", "rules", "override", "custom", "only");

  private final Where where;
  private final Path folder;
  private final int depth;
  private final List<Rule> custom = new ArrayList<>();

  RuleSetReader(Where where, Path folder, int depth) {
    this.where = where;
    this.folder = folder;
    this.depth = depth;
  }

  RuleSet read(Object root) {
    Map<String, Object> map = map("the file", root);
    RuleSets.known(where, "", map.keySet(), KEYS);
    RuleSet base =
        map.containsKey("extends")
            ? RuleSets.load(String.valueOf(map.get("extends")), folder, depth + 1)
            : RuleSet.SHIPPED;
    custom.addAll(base.custom());
    for (Object one : list("custom", map.get("custom"))) {
      custom.add(CustomRule.read(where, map("custom", one)));
    }
    var settings = new HashMap<>(base.settings());
    if (Boolean.TRUE.equals(map.get("only"))) {
      Rules.shipped()
          .forEach(
              r ->
                  settings.put(
                      r.info().id(),
                      new RuleSet.Setting(Optional.of(false), Optional.empty(), Map.of())));
    }
    map("rules", map.getOrDefault("rules", Map.of()))
        .forEach((pattern, value) -> set(settings, pattern, value));
    var overrides = new ArrayList<>(base.overrides());
    for (Object one : list("override", map.get("override"))) {
      overrides.add(override(map("override", one)));
    }
    conflicts(settings);
    Optional<String> server = text(map, "server").or(base::server);
    server
        .filter(v -> Target.of(v, "DEFAULT").isEmpty())
        .ifPresent(
            v -> {
              throw RuleSets.bad(where.at("server"), "server: no version: " + v, null);
            });
    return new RuleSet(
        text(map, "ruleset").orElse(where.name()),
        settings,
        overrides,
        custom,
        server,
        text(map, "sql_mode").or(base::sqlMode));
  }

  private void set(Map<String, RuleSet.Setting> settings, String pattern, Object value) {
    for (RuleInfo rule : rules(pattern)) {
      RuleSet.Setting before = settings.getOrDefault(rule.id(), RuleSet.Setting.NONE);
      settings.put(rule.id(), before.with(setting(rule, value)));
    }
  }

  private List<RuleInfo> rules(String pattern) {
    var all = new ArrayList<RuleInfo>();
    Rules.shipped().forEach(r -> all.add(r.info()));
    custom.forEach(r -> all.add(r.info()));
    List<RuleInfo> fit = all.stream().filter(r -> RuleSet.fits(pattern, r.id())).toList();
    if (fit.isEmpty()) {
      throw RuleSets.bad(
          where.at("rules", pattern),
          "there is no rule " + pattern,
          Nearest.of(pattern, all.stream().map(RuleInfo::id).toList()).orElse(null));
    }
    return fit;
  }

  /// `off`, `on`, a level, or a map with level and parameters.
  private RuleSet.Setting setting(RuleInfo rule, Object value) {
    if (!(value instanceof Map<?, ?>)) {
      return level(rule.id(), value);
    }
    var setting = new RuleSet.Setting(Optional.of(true), Optional.empty(), Map.of());
    var params = new HashMap<String, Object>();
    for (Map.Entry<String, Object> entry : map(rule.id(), value).entrySet()) {
      if (entry.getKey().equals("level")) {
        setting = level(rule.id(), entry.getValue());
      } else {
        Param param = param(rule, entry.getKey());
        if (!param.takes(entry.getValue())) {
          throw RuleSets.bad(
              where.at("rules", rule.id(), param.name()),
              rule.id() + ": " + param.name() + " wants " + param.type(),
              null);
        }
        params.put(param.name(), entry.getValue());
      }
    }
    return setting.with(new RuleSet.Setting(Optional.empty(), Optional.empty(), params));
  }

  private Param param(RuleInfo rule, String key) {
    return rule.param(key)
        .orElseThrow(
            () ->
                RuleSets.bad(
                    where.at("rules", rule.id(), key),
                    rule.id() + " has no parameter " + key,
                    Nearest.of(key, rule.params().stream().map(Param::name).toList())
                        .orElse(null)));
  }

  private RuleSet.Setting level(String of, Object value) {
    String word = String.valueOf(value);
    if (word.equals("off") || word.equals("false")) {
      return new RuleSet.Setting(Optional.of(false), Optional.empty(), Map.of());
    }
    if (word.equals("on") || word.equals("true")) {
      return new RuleSet.Setting(Optional.of(true), Optional.empty(), Map.of());
    }
    Optional<Level> level = Level.named(word);
    if (level.isEmpty()) {
      throw RuleSets.bad(
          where.at(of, word),
          of + ": no level: " + word,
          Nearest.of(word, List.of("error", "warning", "notice", "off", "on")).orElse(null));
    }
    return new RuleSet.Setting(Optional.of(true), level, Map.of());
  }

  private RuleSet.Override override(Map<String, Object> map) {
    RuleSets.known(where, "override", map.keySet(), Set.of("path", "rules", "level"));
    if (!map.containsKey("path") || !map.containsKey("rules") || !map.containsKey("level")) {
      throw RuleSets.bad(where.at("override"), "override wants path, rules and level", null);
    }
    List<String> rules = list("rules", map.get("rules")).stream().map(String::valueOf).toList();
    rules.stream().filter(r -> !r.equals("*")).forEach(this::rules);
    return new RuleSet.Override(
        String.valueOf(map.get("path")), rules, level("override", map.get("level")));
  }

  /// Opinions that ask for the opposite cannot both be on.
  private void conflicts(Map<String, RuleSet.Setting> settings) {
    for (Rule rule : Rules.shipped()) {
      for (String other : rule.info().conflicts()) {
        RuleInfo against = Rules.info(other).orElseThrow();
        if (isOn(settings, rule.info()) && isOn(settings, against)) {
          throw RuleSets.bad(
              where.at("rules", rule.info().id()),
              rule.info().id() + " and " + other + " ask for the opposite: one must be off",
              null);
        }
      }
    }
  }

  private static boolean isOn(Map<String, RuleSet.Setting> settings, RuleInfo rule) {
    return settings.getOrDefault(rule.id(), RuleSet.Setting.NONE).on().orElse(rule.on());
  }

  private static Optional<String> text(Map<String, Object> map, String key) {
    return Optional.ofNullable(map.get(key)).map(String::valueOf);
  }

  private Map<String, Object> map(String of, Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw RuleSets.bad(where.at(of), of + " must be a map of keys", null);
    }
    var copy = new LinkedHashMap<String, Object>();
    map.forEach((k, v) -> copy.put(String.valueOf(k), v == null ? "" : v));
    return copy;
  }

  private List<?> list(String of, @org.jspecify.annotations.Nullable Object value) {
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list)) {
      throw RuleSets.bad(where.at(of), of + " must be a list", null);
    }
    return list;
  }
}
