package org.binnacle.diagnosis.incident.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.diagnosis.incident.Recorded;
import org.binnacle.diagnosis.lock.Contended;
import org.binnacle.diagnosis.lock.LockKind;
import org.binnacle.diagnosis.lock.LockScene;
import org.binnacle.diagnosis.lock.LockTree;
import org.binnacle.diagnosis.lock.LockWait;
import org.binnacle.diagnosis.lock.Party;
import org.binnacle.diagnosis.lock.PastStatement;
import org.binnacle.diagnosis.lock.Who;
import org.binnacle.diagnosis.session.Client;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.Transaction;
import org.binnacle.diagnosis.session.Work;
import org.binnacle.kernel.InstanceRef;

/// The recorded blocking tree as a tree: waits are read out of it and it is built again, so that
/// what a kill would free is worked out as for a live one.
public final class LocksReplay {
  private static final Pattern WHO = Pattern.compile("#(\\d+)|trx (\\S+)");
  private static final Pattern DATA = Pattern.compile("\\((.*)\\)$", Pattern.DOTALL);

  private LocksReplay() {}

  public static LockScene of(Recorded one, InstanceRef instance, Instant at) {
    Map<Long, ProcessRow> sessions = new HashMap<>();
    SessionsReplay.rows(one.grid("sessions", "all"), instance)
        .forEach(row -> sessions.put(row.id(), row));
    var parties = new ArrayList<Party>();
    var waits = new ArrayList<LockWait>();
    for (Grid.Line line : one.grid("locks", "tree").lines()) {
      who(line.text("who"))
          .ifPresent(
              who -> {
                parties.add(party(who, line, sessions, instance));
                waits(who, line, waits);
              });
    }
    String detail = one.part("locks").map(part -> part.detail()).orElse("");
    return new LockScene(
        instance,
        at,
        Duration.ofMillis(one.part("locks").map(part -> part.ms()).orElse(0L)),
        LockTree.of(parties, waits),
        List.of("recorded"),
        detail.isEmpty() ? List.of() : List.of(detail),
        List.of());
  }

  private static Optional<Who> who(String words) {
    Matcher found = WHO.matcher(words);
    return found.find() ? Optional.of(who(found)) : Optional.empty();
  }

  private static Who who(Matcher found) {
    String id = found.group(1);
    return id == null
        ? Who.transaction(String.valueOf(found.group(2)))
        : Who.session(Long.parseLong(id));
  }

  private static void waits(Who waiter, Grid.Line line, List<LockWait> into) {
    String text = line.text("waits_for");
    if (text.isEmpty()) {
      return;
    }
    Contended lock = lock(line);
    long waitedUs = line.number("waited_us", 0);
    boolean inferred = line.text("inferred").equals("yes");
    Matcher blockers = WHO.matcher(text);
    boolean some = false;
    while (blockers.find()) {
      some = true;
      into.add(new LockWait(waiter, Optional.of(who(blockers)), lock, waitedUs, inferred));
    }
    if (!some) {
      into.add(new LockWait(waiter, Optional.empty(), lock, waitedUs, inferred));
    }
  }

  /// `lock` is `shop.stock.PRIMARY X,REC_NOT_GAP (7)`, `table` its object, `mode` its mode.
  private static Contended lock(Grid.Line line) {
    LockKind kind =
        line.text("lock_kind").equals(LockKind.METADATA.words()) ? LockKind.METADATA : LockKind.ROW;
    String words = line.text("lock");
    String object = line.text("table");
    String rest = words.startsWith(object) ? words.substring(object.length()) : "";
    String index =
        rest.startsWith(".")
            ? rest.substring(1, rest.indexOf(' ') < 0 ? rest.length() : rest.indexOf(' '))
            : "";
    Matcher data = DATA.matcher(words);
    int partition = object.indexOf(" partition ");
    String name = partition < 0 ? object : object.substring(0, partition);
    int dot = name.indexOf('.');
    boolean table = dot > 0;
    return new Contended(
        kind,
        table ? "TABLE" : name.toUpperCase(Locale.ROOT),
        table ? name.substring(0, dot) : "",
        table ? name.substring(dot + 1) : "",
        partition < 0 ? "" : object.substring(partition + " partition ".length()),
        index,
        line.text("mode"),
        data.find() ? String.valueOf(data.group(1)) : "");
  }

  private static Party party(
      Who who, Grid.Line line, Map<Long, ProcessRow> sessions, InstanceRef instance) {
    Optional<Transaction> trx =
        line.number("trx_age_us").isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Transaction(
                    line.number("trx_age_us", 0),
                    line.number("rows_modified", 0),
                    line.number("rows_locked", 0),
                    line.text("waits_for").isEmpty() ? "RUNNING" : "LOCK WAIT"));
    Optional<ProcessRow> row =
        who.hasConnection()
            ? Optional.ofNullable(sessions.get(who.connectionId()))
                .or(() -> Optional.of(row(who, line, trx, instance)))
            : Optional.empty();
    String last = line.text("last_sql");
    List<PastStatement> past =
        last.isEmpty()
            ? List.of()
            : List.of(last.split(";\n")).stream()
                .map(sql -> new PastStatement(0, sql, -1, -1, -1))
                .toList();
    return new Party(who, row, trx, past);
  }

  /// One that the process list of the capture has not seen.
  private static ProcessRow row(
      Who who, Grid.Line line, Optional<Transaction> trx, InstanceRef instance) {
    boolean idle = line.text("doing").equals("idle in trx");
    return new ProcessRow(
        instance,
        who.connectionId(),
        0,
        idle ? Kind.IDLE_IN_TRX : Kind.ACTIVE,
        line.text("user"),
        new Client(line.text("host"), 0),
        "",
        "",
        idle ? "Sleep" : "Query",
        idle ? "" : line.text("doing"),
        line.number("waited_us", 0),
        line.text("sql"),
        line.text("sql").length(),
        Work.NONE,
        trx);
  }
}
