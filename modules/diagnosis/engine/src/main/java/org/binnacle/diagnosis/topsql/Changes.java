package org.binnacle.diagnosis.topsql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// What changed between two windows: what is new, what is gone, what costs more or less than it
/// did. Both windows are brought to a second, so their lengths may differ.
public final class Changes {
  private Changes() {}

  /// How a statement changed.
  public enum Kind {
    NEW,
    GONE,
    MORE,
    LESS,
    SAME
  }

  /// One statement in both windows.
  ///
  /// @param loadBefore busy sessions on average; 0 where it did not run
  /// @param avgUsBefore 0 where it did not run
  public record Change(
      StatementKey key,
      StatementText text,
      Kind kind,
      double loadBefore,
      double loadAfter,
      double perSBefore,
      double perSAfter,
      double avgUsBefore,
      double avgUsAfter) {

    /// Load after in units of the load before; empty for what is new.
    public OptionalDouble factor() {
      return loadBefore == 0 ? OptionalDouble.empty() : OptionalDouble.of(loadAfter / loadBefore);
    }

    public double difference() {
      return loadAfter - loadBefore;
    }
  }

  /// The largest change of load first.
  public static List<Change> of(TopWindow before, TopWindow after) {
    Map<StatementKey, TopRow> old = new HashMap<>();
    before.rows().forEach(row -> old.put(row.key(), row));
    var changes = new ArrayList<Change>();
    for (TopRow now : after.rows()) {
      TopRow then = old.remove(now.key());
      changes.add(
          then == null
              ? new Change(
                  now.key(),
                  now.text(),
                  Kind.NEW,
                  0,
                  now.load(),
                  0,
                  now.countPerS(),
                  0,
                  now.avgUs())
              : both(then, now));
    }
    old.values()
        .forEach(
            then ->
                changes.add(
                    new Change(
                        then.key(),
                        then.text(),
                        Kind.GONE,
                        then.load(),
                        0,
                        then.countPerS(),
                        0,
                        then.avgUs(),
                        0)));
    changes.sort(
        Comparator.comparingDouble((Change change) -> Math.abs(change.difference()))
            .reversed()
            .thenComparing(Change::key));
    return List.copyOf(changes);
  }

  private static Change both(TopRow then, TopRow now) {
    double factor = then.load() == 0 ? 1 : now.load() / then.load();
    Kind kind = factor >= 1.25 ? Kind.MORE : factor <= 0.8 ? Kind.LESS : Kind.SAME;
    return new Change(
        now.key(),
        now.text().text().isEmpty() ? then.text() : now.text(),
        kind,
        then.load(),
        now.load(),
        then.countPerS(),
        now.countPerS(),
        then.avgUs(),
        now.avgUs());
  }
}
