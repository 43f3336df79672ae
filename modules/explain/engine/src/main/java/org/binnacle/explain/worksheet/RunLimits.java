package org.binnacle.explain.worksheet;

import java.time.Duration;

/// How much a run may take.
///
/// @param rows of each result; the statement is ended when there are more
/// @param statement how long each statement may run; zero for no limit
/// @param goOn whether the statements behind a failed one are run too
public record RunLimits(long rows, Duration statement, boolean goOn) {

  /// 1,000 rows, 30 s, stop at the first failure.
  public static RunLimits standard() {
    return new RunLimits(1_000, Duration.ofSeconds(30), false);
  }

  public RunLimits withRows(long wanted) {
    return new RunLimits(wanted, statement, goOn);
  }

  public RunLimits withStatement(Duration wanted) {
    return new RunLimits(rows, wanted, goOn);
  }
}
