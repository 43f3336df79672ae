package org.binnacle.diagnosis.view.topsql;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.binnacle.diagnosis.topsql.TopSql;
import org.binnacle.diagnosis.topsql.TopSqlWatch;
import org.binnacle.diagnosis.topsql.TopWindow;
import org.binnacle.kernel.InstanceRef;

/// Windows of one view: the last hour from memory, what is older from the history.
///
/// @param watch what counts now
record Gathered(TopSql topSql, TopSqlWatch watch, List<InstanceRef> instances) {
  private static final Duration IN_MEMORY = Duration.ofMinutes(60);

  /// Whether asking the history is needed, which blocks.
  static boolean old(TimeSpan span) {
    return span.from().isBefore(Instant.now().minus(IN_MEMORY));
  }

  /// Blocks where {@link #old}.
  TopWindow of(TimeSpan span) {
    return old(span)
        ? topSql.history(instances, span.from(), span.to())
        : watch.between(span.from(), span.to());
  }

  /// Two windows to compare.
  ///
  /// @param before empty where no comparison is wanted
  record Pair(TopWindow now, Optional<TopWindow> before) {}

  Pair pair(TimeSpan span, Versus versus) {
    TopWindow now = of(span);
    return new Pair(
        now,
        versus == Versus.NOTHING
            ? Optional.empty()
            : Optional.of(of(span.earlier(versus.earlier(span)))));
  }
}
