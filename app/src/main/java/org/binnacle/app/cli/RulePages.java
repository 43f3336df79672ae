package org.binnacle.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.binnacle.kernel.Fault;
import org.binnacle.review.Example;
import org.binnacle.review.Param;
import org.binnacle.review.ReviewFaults;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.rule.Rules;
import org.binnacle.review.set.RuleSet;
import org.binnacle.review.set.RuleSetText;

/// Rules and rule sets in words.
final class RulePages {
  private RulePages() {}

  private static List<RuleInfo> all(RuleSet set) {
    var all = new ArrayList<>(Rules.infos());
    set.custom().stream().map(Rule::info).forEach(all::add);
    return all;
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
                  RuleSetText.level(set, rule),
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
    row.put("level", RuleSetText.level(set, rule));
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
    out.append(rule.id()).append(" (").append(RuleSetText.level(set, rule)).append(")\n\n");
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
        if (!example.live().isEmpty()) {
          out.append("  where the server says\n    ")
              .append(example.live().replace("\n", "\n    "))
              .append('\n');
        }
      }
    }
  }

  /// The rule set as a rule set file that extends nothing.
  static String config(RuleSet set) {
    return RuleSetText.effective(set);
  }
}
