package org.binnacle.diagnosis.topsql;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes differences of one look after the other. Where the counters began anew (restart, TRUNCATE)
/// there is a gap: what ran in between is not known, and a negative number would be a lie. Not safe
/// for several threads.
public final class Ledger {
  /// Uptime is told in whole seconds, and a look takes its time.
  private static final long ROUNDED_S = 3;

  private final Map<StatementKey, DigestRow> known = new HashMap<>();
  private Optional<Digests> last = Optional.empty();

  /// What came of a look.
  public sealed interface Entry {
    /// The first look: nothing to compare it with.
    record First() implements Entry {}

    /// @param fresh statements that the server had not known before
    record Counted(Slice slice, Set<StatementKey> fresh) implements Entry {
      public Counted {
        fresh = Set.copyOf(fresh);
      }
    }

    /// @param why in words
    record Gap(Instant from, Instant to, String why) implements Entry {}
  }

  /// For how far back the next look has to ask so that nothing is missed; negative for all.
  public long seenWithinS(long nowNs) {
    // The margin covers rounding and the answer's own time; a row read twice costs nothing.
    return last.map(before -> (nowNs - before.monotonicNs()) / 1_000_000_000L + 15).orElse(-1L);
  }

  public Entry enter(Digests look) {
    Optional<Digests> previous = last;
    if (previous.isEmpty()) {
      begin(look);
      return new Entry.First();
    }
    Digests before = previous.get();
    Optional<String> why = anew(before, look);
    if (why.isPresent()) {
      // Known rows are of no use any more; the next look asks for all.
      known.clear();
      last = Optional.empty();
      if (look.whole()) {
        begin(look);
      }
      return new Entry.Gap(before.at(), look.at(), why.get());
    }
    return counted(before, look);
  }

  private void begin(Digests look) {
    last = Optional.of(look);
    known.putAll(look.rows());
  }

  private Optional<String> anew(Digests before, Digests look) {
    if (look.uptimeS() < before.uptimeS()) {
      return Optional.of("the server was restarted");
    }
    boolean emptied =
        look.lost() < before.lost()
            || (look.whole() && !look.rows().keySet().containsAll(known.keySet()))
            || look.rows().entrySet().stream()
                .anyMatch(row -> emptied(known.get(row.getKey()), row.getValue()));
    return emptied
        ? Optional.of(
            younger(before, look) ? "the server was restarted" : "the digest table was emptied")
        : Optional.empty();
  }

  /// Whether the server has been up for less than it would have been without a restart: one that
  /// had just been started before has a longer uptime soon after the next start.
  private static boolean younger(Digests before, Digests look) {
    long passedS = (look.monotonicNs() - before.monotonicNs()) / 1_000_000_000L;
    return look.uptimeS() + ROUNDED_S < before.uptimeS() + passedS;
  }

  private static boolean emptied(@Nullable DigestRow old, DigestRow now) {
    return old != null
        && (now.counters().fellBelow(old.counters())
            || now.maxUs() < old.maxUs()
            || !old.firstSeen().equals(now.firstSeen()));
  }

  private Entry counted(Digests before, Digests look) {
    var rows = new HashMap<StatementKey, Counters>();
    var fresh = new HashSet<StatementKey>();
    Counters others = Counters.ZERO;
    for (var row : look.rows().entrySet()) {
      DigestRow old = known.get(row.getKey());
      Counters delta =
          row.getValue().counters().minus(old == null ? Counters.ZERO : old.counters());
      if (row.getKey().others()) {
        others = delta;
      } else if (!delta.isZero()) {
        rows.put(row.getKey(), delta);
        if (old == null) {
          fresh.add(row.getKey());
        }
      }
    }
    known.putAll(look.rows());
    last = Optional.of(look);
    return new Entry.Counted(
        new Slice(
            before.at(),
            look.at(),
            Duration.ofNanos(look.monotonicNs() - before.monotonicNs()),
            rows,
            others,
            look.lost() - before.lost()),
        fresh);
  }

  /// What the server says of a statement since it counts; empty where it was never seen.
  public Optional<DigestRow> row(StatementKey key) {
    return Optional.ofNullable(known.get(key));
  }

  /// All counters since the server counts, as one slice: what there is before a second look.
  ///
  /// @param look the first look
  public static Slice sinceStart(Digests look) {
    var rows = new HashMap<StatementKey, Counters>();
    Instant from =
        look.rows().values().stream()
            .flatMap(row -> row.firstSeen().stream())
            .min(Instant::compareTo)
            .orElse(look.at());
    look.rows()
        .forEach(
            (key, row) -> {
              if (!key.others()) {
                rows.put(key, row.counters());
              }
            });
    DigestRow rest = look.rows().get(StatementKey.OTHERS);
    Duration length = Duration.between(from, look.at());
    return new Slice(
        from,
        look.at(),
        length.isNegative() ? Duration.ZERO : length,
        rows,
        rest == null ? Counters.ZERO : rest.counters(),
        look.lost());
  }
}
