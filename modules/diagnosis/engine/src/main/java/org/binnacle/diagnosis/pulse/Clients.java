package org.binnacle.diagnosis.pulse;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.binnacle.diagnosis.query.Glob;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.ProcessSnapshot;
import org.binnacle.diagnosis.watch.Look;
import org.binnacle.mysql.pulse.Pulse;

/// What clients do, from the process list that somebody looks at: the same that the pulse would ask
/// the server with two more scans of all its threads (measured: 6.6 ms of CPU with 4,000 sessions).
final class Clients {
  private static final Duration FRESH = Duration.ofSeconds(2);
  private static final Duration FRESH_PACED = Duration.ofMillis(5_500);
  private static final Duration LATE = Duration.ofMillis(500);
  private static final int GROUPS = 13;
  private static final int LONGEST = 3;
  private static final int STATE = 48;
  private static final int SQL = 120;
  private static final Set<String> STATEMENTS = Set.of("Query", "Execute");

  private Clients() {}

  private record Doing(String command, String state) {}

  /// The list, where it is whole and of the last two seconds, or the newest of one that comes less
  /// often since it costs its server much: just there two more scans are not wanted.
  static Optional<ProcessSnapshot> fresh(Look look, Instant now) {
    return look.snapshot()
        .filter(seen -> look.fault().isEmpty() && !seen.truncated() && seen.denied().isEmpty())
        .filter(seen -> Duration.between(seen.at(), now).compareTo(still(look)) < 0);
  }

  private static Duration still(Look look) {
    Duration round = look.interval().plus(LATE);
    Duration least = round.compareTo(FRESH) > 0 ? round : FRESH;
    return least.compareTo(FRESH_PACED) > 0 ? FRESH_PACED : least;
  }

  /// @param own our connections, which are no clients
  /// @param exempt users that are not told among the longest
  static Pulse onto(Pulse pulse, ProcessSnapshot seen, Set<Long> own, List<String> exempt) {
    List<ProcessRow> busy = seen.rows().stream().filter(Clients::busy).toList();
    Map<Doing, Long> many = new HashMap<>();
    Map<Doing, Long> longest = new HashMap<>();
    for (ProcessRow row : busy) {
      if (own.contains(row.id())) {
        continue;
      }
      var doing = new Doing(row.command(), cut(row.state(), STATE));
      many.merge(doing, 1L, Long::sum);
      longest.merge(doing, row.timeUs() / 1_000_000, Math::max);
    }
    List<Pulse.Doing> doing =
        many.entrySet().stream()
            .map(
                one ->
                    new Pulse.Doing(
                        one.getKey().command(),
                        one.getKey().state(),
                        one.getValue(),
                        longest.getOrDefault(one.getKey(), 0L)))
            .sorted(Comparator.comparingLong(Pulse.Doing::many).reversed())
            .limit(GROUPS)
            .toList();
    return pulse.with(
        doing,
        seen.rows().stream().filter(row -> row.kind() == Kind.BINLOG_DUMP).count(),
        busy.stream()
            .filter(row -> STATEMENTS.contains(row.command()))
            .filter(row -> exempt.stream().noneMatch(user -> Glob.matches(user, row.user())))
            .sorted(Comparator.comparingLong(ProcessRow::timeUs).reversed())
            .limit(LONGEST)
            .map(
                row ->
                    new Pulse.Longest(
                        row.id(),
                        row.user(),
                        row.timeUs() / 1_000_000,
                        cut(row.state(), STATE),
                        cut(row.sql(), SQL)))
            .toList());
  }

  /// As the statements of the pulse tell who is busy. Our own connections are left out of what
  /// clients do, but not of the statements that run longest: one of ours may be the trouble.
  private static boolean busy(ProcessRow row) {
    return switch (row.kind()) {
      case REPLICATION, REPLICATION_IDLE, BINLOG_DUMP, DAEMON -> false;
      case ACTIVE, IDLE_IN_TRX, SLEEPING, OWN ->
          !row.command().equals("Sleep")
              && !row.command().equals("Daemon")
              && !row.user().equals("system user")
              && !row.state().startsWith("Group replication");
    };
  }

  private static String cut(String text, int most) {
    int end = Math.min(most, text.length());
    return text.substring(
        0, end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }
}
