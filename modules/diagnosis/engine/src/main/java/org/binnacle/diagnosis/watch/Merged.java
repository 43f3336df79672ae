package org.binnacle.diagnosis.watch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.Load;
import org.binnacle.diagnosis.session.ProcessRow;

/// The sessions of one instance or of several in one list, longest first, with what is known of
/// each instance beside it.
///
/// @param rows of all instances, noise included
/// @param unread sleepers on the servers that were not asked for
/// @param truncated at least one instance has more rows than were asked for
public record Merged(
    List<Look> looks, List<ProcessRow> rows, Load load, long unread, boolean truncated) {

  public Merged {
    looks = List.copyOf(looks);
    rows = List.copyOf(rows);
  }

  /// @param looks in the order in which instances are to be named
  public static Merged of(Collection<Look> looks) {
    var seen = looks.stream().map(Look::snapshot).flatMap(Optional::stream).toList();
    List<ProcessRow> rows;
    if (seen.size() == 1) {
      rows = seen.getFirst().rows();
    } else {
      var all = new ArrayList<ProcessRow>();
      seen.forEach(snapshot -> all.addAll(snapshot.rows()));
      all.sort(Comparator.comparingLong(ProcessRow::timeUs).reversed());
      rows = all;
    }
    return new Merged(
        List.copyOf(looks),
        rows,
        seen.stream().map(snapshot -> snapshot.load()).reduce(Merged::plus).orElse(Load.UNKNOWN),
        seen.stream().mapToLong(snapshot -> snapshot.unread()).sum(),
        seen.stream().anyMatch(snapshot -> snapshot.truncated()));
  }

  private static Load plus(Load a, Load b) {
    return new Load(
        sum(a.connected(), b.connected()), sum(a.running(), b.running()), sum(a.max(), b.max()));
  }

  private static long sum(long a, long b) {
    return a < 0 || b < 0 ? -1 : a + b;
  }

  /// Clients whose statement runs or waits: the number that the sparkline shows.
  public long active() {
    return rows.stream().filter(row -> row.kind() == Kind.ACTIVE).count();
  }

  /// The instances whose last round failed.
  public List<Look> failing() {
    return looks.stream().filter(look -> look.fault().isPresent()).toList();
  }
}
