package org.binnacle.review.view;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.review.report.Kept;
import org.binnacle.review.report.Report;
import org.binnacle.review.set.RuleSet;
import org.binnacle.sql.parse.Target;

/// Reviews that are kept, to compare with and for statistics. Asked off the FX thread.
public interface Past {

  /// What the last kept review of a path found; nothing where there is none.
  Optional<List<Kept>> last(String path);

  /// Keeps a run that somebody asked for. Authors are found as `binnacle review` finds them.
  ///
  /// @param texts by the paths of the report
  void keep(Report report, RuleSet set, Target target, Map<String, String> texts);

  /// Nothing is kept.
  static Past none() {
    return new Past() {
      @Override
      public Optional<List<Kept>> last(String path) {
        return Optional.empty();
      }

      @Override
      public void keep(Report report, RuleSet set, Target target, Map<String, String> texts) {}
    };
  }
}
