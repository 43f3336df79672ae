package org.binnacle.diagnosis.incident.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.diagnosis.incident.Recorded;
import org.binnacle.diagnosis.incident.rule.Evidence;
import org.binnacle.diagnosis.lock.PastStatement;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.trx.OpenTrx;
import org.binnacle.diagnosis.trx.TrxScene;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.mysql.Row;

/// The recorded open transactions with their sessions.
public final class TransactionsReplay {
  private TransactionsReplay() {}

  public static TrxScene of(Recorded one, InstanceRef instance, Instant at) {
    Map<Long, ProcessRow> sessions = new HashMap<>();
    SessionsReplay.rows(one.grid("sessions", "all"), instance)
        .forEach(row -> sessions.put(row.id(), row));
    Map<Long, String> last = new HashMap<>();
    one.grid("locks", "tree")
        .lines()
        .forEach(line -> last.put(line.number("id", 0), line.text("last_sql")));
    List<OpenTrx> all =
        one.grid("transactions", "transactions").lines().stream()
            .map(line -> trx(line, sessions, last, instance))
            .toList();
    String detail = one.part("transactions").map(part -> part.detail()).orElse("");
    return new TrxScene(
        instance,
        at,
        Duration.ofMillis(one.part("transactions").map(part -> part.ms()).orElse(0L)),
        all,
        new Evidence(one).historyLength().orElse(-1),
        detail.isEmpty() ? List.of() : List.of(detail),
        List.of());
  }

  private static OpenTrx trx(
      Grid.Line line,
      Map<Long, ProcessRow> sessions,
      Map<Long, String> last,
      InstanceRef instance) {
    Row row = new GridRow(line);
    long id = row.number("id", 0);
    String own = line.text("last_sql");
    String past = own.isEmpty() ? last.getOrDefault(id, "") : own;
    long ageUs = line.number("age_us", Math.max(0, row.number("age_s", 0)) * 1_000_000);
    return new OpenTrx(
        instance,
        row.text("trx_id", ""),
        id,
        row.text("trx_state", ""),
        ageUs,
        line.number("wait_us", waitUs(row, ageUs)),
        row.number("trx_rows_locked", 0),
        row.number("trx_rows_modified", 0),
        row.number("trx_lock_structs", 0),
        row.number("trx_tables_locked", 0),
        row.text("trx_isolation_level", ""),
        row.text("trx_operation_state", ""),
        Optional.ofNullable(sessions.get(id)),
        past.isEmpty()
            ? List.of()
            : List.of(past.split(";\n")).stream()
                .map(sql -> new PastStatement(0, sql, -1, -1, -1))
                .toList());
  }

  /// Only the two moments are recorded, by the server's clock: the age tells what now was there.
  private static long waitUs(Row row, long ageUs) {
    Optional<Instant> since = row.instant("trx_wait_started");
    Optional<Instant> began = row.instant("trx_started");
    return since.isEmpty() || began.isEmpty()
        ? -1
        : Math.max(0, ageUs - Duration.between(began.get(), since.get()).toNanos() / 1_000);
  }
}
