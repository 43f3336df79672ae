package org.binnacle.review.statistics;

import java.util.HashSet;
import java.util.Set;
import org.binnacle.review.Level;
import org.binnacle.review.history.Life;
import org.binnacle.review.report.Told;

/// Counts the findings of a rule.
final class Tally {
  private final String rule;
  private final Set<String> files = new HashSet<>();
  private Level level = Level.NOTICE;
  private int found;
  private int open;
  private int fixed;
  private int suppressed;

  Tally(String rule) {
    this.rule = rule;
  }

  void add(Life life) {
    found++;
    files.add(life.project() + "\n" + life.path());
    if (life.seen().level().reaches(level)) {
      level = life.seen().level();
    }
    if (life.seen().state() == Told.State.SUPPRESSED) {
      suppressed++;
    } else if (life.fixed().isPresent()) {
      fixed++;
    } else {
      open++;
    }
  }

  int found() {
    return found;
  }

  RuleCount count(int all) {
    return new RuleCount(
        rule, level, found, open, fixed, suppressed, files.size(), (double) found / all);
  }
}
