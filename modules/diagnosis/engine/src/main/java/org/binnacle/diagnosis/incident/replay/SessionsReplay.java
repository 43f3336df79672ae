package org.binnacle.diagnosis.incident.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.diagnosis.incident.Part;
import org.binnacle.diagnosis.incident.Recorded;
import org.binnacle.diagnosis.lock.LockNode;
import org.binnacle.diagnosis.lock.LockTree;
import org.binnacle.diagnosis.lock.LockWait;
import org.binnacle.diagnosis.lock.Who;
import org.binnacle.diagnosis.session.Blocking;
import org.binnacle.diagnosis.session.Client;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.Load;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.ProcessSnapshot;
import org.binnacle.diagnosis.session.Transaction;
import org.binnacle.diagnosis.session.Work;
import org.binnacle.kernel.InstanceRef;

/// The recorded process list as rows of the process list.
final class SessionsReplay {
  private SessionsReplay() {}

  /// @param instance as which the rows stand in the views
  static ProcessSnapshot of(Recorded one, InstanceRef instance, Instant at) {
    Grid all = one.grid("sessions", "all");
    var denied = new ArrayList<String>();
    one.part("sessions")
        .filter(part -> part.status() != Part.Status.OK)
        .map(part -> part.detail())
        .filter(words -> !words.isEmpty())
        .ifPresent(denied::add);
    return new ProcessSnapshot(
        instance,
        at,
        Duration.ofMillis(one.part("sessions").map(part -> part.ms()).orElse(0L)),
        queued(rows(all, instance), LocksReplay.of(one, instance, at).tree()),
        load(one),
        true,
        all.cut(),
        ProcessSnapshot.RECORDED,
        denied);
  }

  /// A capture asks for locks by themselves, a moment after the sessions: who waits for whom stands
  /// there.
  private static List<ProcessRow> queued(List<ProcessRow> rows, LockTree tree) {
    Map<Long, Blocking> queues = new HashMap<>();
    String root = "";
    for (LockNode node : tree.nodes()) {
      root = node.root() ? name(node.who()) : root;
      if (node.who().hasConnection()) {
        String by =
            node.waits().stream()
                .flatMap(wait -> wait.blocker().stream())
                .map(SessionsReplay::name)
                .distinct()
                .collect(Collectors.joining(", "));
        boolean inferred = node.waits().stream().anyMatch(LockWait::inferred);
        queues.put(node.who().connectionId(), new Blocking(by, node.blocks(), root, inferred));
      }
    }
    return rows.stream()
        .map(row -> row.with(queues.getOrDefault(row.id(), row.blocking())))
        .toList();
  }

  private static String name(Who who) {
    return who.hasConnection() ? Long.toString(who.connectionId()) : who.words();
  }

  static List<ProcessRow> rows(Grid grid, InstanceRef instance) {
    return grid.lines().stream().map(line -> row(line, instance)).toList();
  }

  private static ProcessRow row(Grid.Line line, InstanceRef instance) {
    String sql = line.text("sql");
    return new ProcessRow(
        instance,
        line.number("id", 0),
        line.number("thread", 0),
        kind(line.text("kind")),
        line.text("user"),
        new Client(line.text("host"), (int) line.number("port", 0)),
        line.text("program"),
        line.text("db"),
        line.text("command"),
        line.text("state"),
        line.number("time_us", 0),
        sql,
        line.number("sql_length", sql.length()),
        work(line),
        transaction(line),
        new Blocking(
            line.text("blocked_by"), (int) line.number("blocks", -1), line.text("root"), false));
  }

  /// What is not known is shown, not hidden.
  private static Kind kind(String words) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.words().equals(words))
        .findFirst()
        .orElse(Kind.ACTIVE);
  }

  private static Work work(Grid.Line line) {
    return new Work(
        0,
        line.text("digest"),
        line.number("lock_time_us", -1),
        line.number("examined", -1),
        line.number("sent", -1),
        line.number("affected", -1),
        line.number("tmp_disk", -1),
        false,
        false);
  }

  private static Optional<Transaction> transaction(Grid.Line line) {
    return line.number("trx_us").isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Transaction(
                line.number("trx_us", 0),
                line.number("modified", 0),
                line.number("locked", 0),
                line.text("trx_state")));
  }

  private static Load load(Recorded one) {
    return one.grid("sessions", "load").lines().stream()
        .findFirst()
        .map(
            line ->
                new Load(
                    line.number("connected", -1),
                    line.number("running", -1),
                    line.number("max_connections", -1)))
        .orElse(Load.UNKNOWN);
  }
}
