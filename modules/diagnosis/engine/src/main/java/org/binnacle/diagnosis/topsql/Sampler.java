package org.binnacle.diagnosis.topsql;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.ProcessSnapshot;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.sql.Dialect;
import org.binnacle.sql.Fingerprint;
import org.binnacle.sql.SqlModes;

/// The "10-second analysis": looks at what runs, grouped by fingerprint. Works on every server, as
/// it needs the process list only; what is shorter than the time between looks is seen by chance,
/// in proportion to its share of the load. Not safe for several threads.
public final class Sampler {
  private final InstanceRef instance;
  private final Dialect dialect;
  private final Map<StatementKey, Seen> seen = new HashMap<>();
  private Optional<Instant> first = Optional.empty();
  private Instant last = Instant.EPOCH;
  private int looks;

  private static final class Seen {
    private final String text;
    private String sample = "";
    private long looks;
    private long longestUs;
    private long examined;
    private Instant firstAt = Instant.MAX;
    private Instant lastAt = Instant.MIN;

    Seen(String text) {
      this.text = text;
    }
  }

  public Sampler(InstanceRef instance, boolean mariaDb) {
    this.instance = instance;
    this.dialect = mariaDb ? Dialect.MARIADB : Dialect.MYSQL;
  }

  public void look(ProcessSnapshot snapshot) {
    looks++;
    first = first.or(() -> Optional.of(snapshot.at()));
    last = snapshot.at();
    for (ProcessRow row : snapshot.rows()) {
      if (row.kind() == Kind.ACTIVE && !row.sql().isBlank()) {
        add(row, snapshot.at());
      }
    }
  }

  private void add(ProcessRow row, Instant at) {
    Fingerprint print = Fingerprint.of(row.sql(), SqlModes.DEFAULT, dialect);
    Seen statement =
        seen.computeIfAbsent(
            new StatementKey(row.db(), print.hash()), key -> new Seen(print.text()));
    statement.looks++;
    if (row.timeUs() >= statement.longestUs) {
      statement.longestUs = row.timeUs();
      statement.sample = row.sql();
    }
    statement.examined = Math.max(statement.examined, row.work().rowsExamined());
    statement.firstAt = statement.firstAt.isBefore(at) ? statement.firstAt : at;
    statement.lastAt = at;
  }

  /// How often it has looked.
  public int looks() {
    return looks;
  }

  /// What was seen so far. A session that ran a statement at a look stands for the time between two
  /// looks, so that load and share read as they do elsewhere.
  public TopWindow window() {
    Instant from = first.orElse(last);
    // Each look stands for one second, whatever time passed between them.
    Duration measured = Duration.ofSeconds(Math.max(1, looks));
    long whole = seen.values().stream().mapToLong(statement -> statement.looks).sum();
    var rows = new ArrayList<TopRow>();
    seen.forEach((key, statement) -> rows.add(row(key, statement, measured, whole)));
    rows.sort(Order.LOAD.comparator());
    return new TopWindow(
        List.of(instance),
        from,
        last,
        measured,
        rows,
        Counters.ZERO,
        0,
        List.of(),
        List.of(),
        true);
  }

  private static TopRow row(StatementKey key, Seen statement, Duration measured, long whole) {
    return new TopRow(
        key,
        new StatementText(statement.text, statement.sample),
        new Counters(
            statement.looks,
            statement.looks * 1_000_000,
            0,
            0,
            0,
            0,
            0,
            0,
            Math.max(0, statement.examined),
            0,
            0,
            0),
        measured,
        whole == 0 ? 0 : (double) statement.looks / whole,
        false,
        Optional.of(statement.firstAt),
        Optional.of(statement.lastAt),
        statement.longestUs,
        -1,
        -1);
  }
}
