package org.binnacle.review.history;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.report.FileReport;
import org.binnacle.review.report.NotRun;
import org.binnacle.review.rule.Rules;
import org.binnacle.review.set.RuleSet;
import org.binnacle.sql.parse.Target;

/// Whether a rule looked at a file.
final class Ran implements Predicate<String> {
  private final RuleSet set;
  private final Target target;
  private final String path;
  private final Set<String> notRun = new HashSet<>();

  Ran(FileReport file, RuleSet set, Target target) {
    this.set = set;
    this.target = target;
    this.path = file.path();
    file.notRun().stream().map(NotRun::rule).forEach(notRun::add);
  }

  /// A shipped rule that no longer exists has nothing more to say: its findings are over. A rule of
  /// another rule set's own was not asked.
  @Override
  public boolean test(String rule) {
    if (notRun.contains(rule)) {
      return false;
    }
    return info(rule).map(this::isOn).orElse(!rule.startsWith("x."));
  }

  private Optional<RuleInfo> info(String rule) {
    return Rules.info(rule)
        .or(
            () ->
                set.custom().stream().map(Rule::info).filter(r -> r.id().equals(rule)).findFirst());
  }

  private boolean isOn(RuleInfo rule) {
    return set.of(rule, path).on().orElse(rule.on()) && rule.isFor(target.version());
  }
}
