package org.binnacle.diagnosis.topsql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// What changed between two windows: what is new, what is gone, what costs more or less than it
/// did. Both windows are brought to a second, so their lengths may differ.
public final class Changes {
  /// From which factor on a change is told.
  private static final double MUCH = 1.25;

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

    /// Why: `new`, `gone`, `slower x3.2`, `more often x2.0, faster x1.5`; empty where it runs as it
    /// did.
    public String words() {
      return switch (kind) {
        case NEW -> "new";
        case GONE -> "gone";
        case MORE, LESS, SAME -> {
          var words = new ArrayList<String>();
          how(perSBefore, perSAfter, "more often", "less often").ifPresent(words::add);
          how(avgUsBefore, avgUsAfter, "slower", "faster").ifPresent(words::add);
          yield String.join(", ", words);
        }
      };
    }

    private static Optional<String> how(double before, double after, String more, String less) {
      if (before <= 0 || after <= 0) {
        return Optional.empty();
      }
      double factor = after / before;
      return factor >= MUCH
          ? Optional.of(String.format(Locale.ROOT, "%s x%.1f", more, factor))
          : factor <= 1 / MUCH
              ? Optional.of(String.format(Locale.ROOT, "%s x%.1f", less, 1 / factor))
              : Optional.empty();
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
    Kind kind = factor >= MUCH ? Kind.MORE : factor <= 1 / MUCH ? Kind.LESS : Kind.SAME;
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
