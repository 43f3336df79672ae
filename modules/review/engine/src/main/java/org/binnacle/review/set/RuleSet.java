package org.binnacle.review.set;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;

/// Which rules run, and how.
///
/// @param name of the set
/// @param settings by rule id; a rule without one is as it ships
/// @param overrides by path, the last that fits wins
/// @param custom rules that the set brings itself
/// @param server the version it names, such as `8.0.36`
/// @param sqlMode the `sql_mode` it names
public record RuleSet(
    String name,
    Map<String, Setting> settings,
    List<Override> overrides,
    List<Rule> custom,
    Optional<String> server,
    Optional<String> sqlMode) {

  /// The rules as they ship.
  public static final RuleSet SHIPPED =
      new RuleSet("default", Map.of(), List.of(), List.of(), Optional.empty(), Optional.empty());

  /// @param level nothing where the rule's own stays
  /// @param on nothing where the rule's own stays
  public record Setting(Optional<Boolean> on, Optional<Level> level, Map<String, Object> params) {
    public static final Setting NONE = new Setting(Optional.empty(), Optional.empty(), Map.of());

    public Setting {
      params = Map.copyOf(params);
    }

    /// This with the other over it.
    public Setting with(Setting over) {
      var all = new java.util.HashMap<>(params);
      all.putAll(over.params);
      return new Setting(over.on.or(() -> on), over.level.or(() -> level), all);
    }
  }

  /// @param path a glob: `migrations/legacy/**`
  /// @param rules ids, or families as `name.*`
  @SuppressWarnings("AvoidCommonTypeNames") // what the file calls it
  public record Override(String path, List<String> rules, Setting setting) {
    public Override {
      rules = List.copyOf(rules);
    }
  }

  public RuleSet {
    settings = Map.copyOf(settings);
    overrides = List.copyOf(overrides);
    custom = List.copyOf(custom);
  }

  /// How a rule runs on a file.
  public Setting of(RuleInfo rule, String path) {
    Setting setting = settings.getOrDefault(rule.id(), Setting.NONE);
    for (Override one : overrides) {
      if (one.rules().stream().anyMatch(r -> fits(r, rule.id())) && Globs.fits(one.path(), path)) {
        setting = setting.with(one.setting());
      }
    }
    return setting;
  }

  /// 16 hexadecimal digits: the same for sets of other names in which every rule runs alike.
  public String hash() {
    return RuleSetPrint.hash(this);
  }

  /// Whether `name.*`, `*` or an id means a rule.
  public static boolean fits(String pattern, String id) {
    return pattern.equals("*")
        || pattern.equals(id)
        || (pattern.endsWith(".*") && id.startsWith(pattern.substring(0, pattern.length() - 1)));
  }
}
