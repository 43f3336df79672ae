package org.binnacle.review.set;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import org.binnacle.review.Param;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.rule.Rules;

/// What makes rule sets the same, whatever they are called and in whatever order they are written.
final class RuleSetPrint {
  private RuleSetPrint() {}

  static String hash(RuleSet set) {
    var out = new StringBuilder();
    var rules = new TreeMap<String, RuleInfo>();
    Rules.shipped().forEach(r -> rules.put(r.info().id(), r.info()));
    set.custom().forEach(r -> rules.put(r.info().id(), r.info()));
    rules.values().forEach(rule -> rule(out, rule, setting(set, rule)));
    for (RuleSet.Override one : set.overrides()) {
      out.append("override ").append(one.path()).append(' ').append(one.rules());
      out.append(' ').append(one.setting().on()).append(' ').append(one.setting().level());
      out.append(' ').append(new TreeMap<>(one.setting().params())).append('\n');
    }
    set.custom().stream()
        .sorted(java.util.Comparator.comparing((Rule r) -> r.info().id()))
        .forEach(r -> out.append("custom ").append(r).append('\n'));
    return digits(out.toString());
  }

  private static RuleSet.Setting setting(RuleSet set, RuleInfo rule) {
    return set.settings().getOrDefault(rule.id(), RuleSet.Setting.NONE);
  }

  private static void rule(StringBuilder out, RuleInfo rule, RuleSet.Setting setting) {
    if (!setting.on().orElse(rule.on())) {
      return;
    }
    out.append(rule.id()).append(' ').append(setting.level().orElse(rule.level()));
    for (Param param : rule.params()) {
      Object value = setting.params().getOrDefault(param.name(), param.standard());
      out.append(' ').append(param.name()).append('=').append(value);
    }
    out.append('\n');
  }

  private static String digits(String text) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
