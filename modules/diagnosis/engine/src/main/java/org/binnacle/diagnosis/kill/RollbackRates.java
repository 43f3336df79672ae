package org.binnacle.diagnosis.kill;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.ProcessSnapshot;

/// How fast servers roll back, as looks at their process lists have seen it: a transaction in state
/// ROLLING BACK has fewer rows left to undo in each look. The newest rate of a server counts, for
/// as long as this program runs. From any thread.
public final class RollbackRates {
  private static final String STATE = "ROLLING BACK";

  /// Shorter differences say more about the looks than about the rollback.
  private static final Duration LEAST = Duration.ofMillis(200);

  private final Map<String, Map<Long, Left>> undoing = new ConcurrentHashMap<>();
  private final Map<String, Double> rates = new ConcurrentHashMap<>();

  private record Left(long rows, long atMs) {}

  public void note(ProcessSnapshot seen) {
    String id = seen.instance().id();
    long at = seen.at().toEpochMilli();
    Map<Long, Left> before = undoing.getOrDefault(id, Map.of());
    Map<Long, Left> now = new HashMap<>();
    for (ProcessRow row : seen.rows()) {
      if (row.trx().filter(trx -> trx.state().equals(STATE)).isPresent()) {
        var left = new Left(row.trx().orElseThrow().rowsModified(), at);
        Left last = before.get(row.threadId());
        if (last != null && at - last.atMs() < LEAST.toMillis()) {
          left = last;
        } else if (last != null && left.rows() < last.rows()) {
          rates.put(id, (last.rows() - left.rows()) * 1_000.0 / (at - last.atMs()));
        }
        now.put(row.threadId(), left);
      }
    }
    if (now.isEmpty()) {
      undoing.remove(id);
    } else {
      undoing.put(id, now);
    }
  }

  /// Rows a second; empty where no rollback was seen.
  public OptionalDouble rowsPerS(String instanceId) {
    Double rate = rates.get(instanceId);
    return rate == null ? OptionalDouble.empty() : OptionalDouble.of(rate);
  }
}
