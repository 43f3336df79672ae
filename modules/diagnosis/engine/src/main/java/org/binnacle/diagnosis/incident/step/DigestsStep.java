package org.binnacle.diagnosis.incident.step;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.diagnosis.topsql.DigestReader;
import org.binnacle.diagnosis.topsql.Digests;
import org.binnacle.diagnosis.topsql.Ledger;
import org.binnacle.diagnosis.topsql.Order;
import org.binnacle.diagnosis.topsql.StatementKey;
import org.binnacle.diagnosis.topsql.StatementText;
import org.binnacle.diagnosis.topsql.TopRow;
import org.binnacle.diagnosis.topsql.TopWindow;
import org.binnacle.mysql.Session;

/// Which statements ran between the beginning and the end, from the digest table.
public final class DigestsStep implements Step {
  private static final int ROWS = 50;

  private final DigestReader reader;
  private final Ledger ledger = new Ledger();
  private final Content content = Content.empty();
  private Optional<TopWindow> window = Optional.empty();

  public DigestsStep(Clock clock) {
    this.reader = new DigestReader(clock);
  }

  @Override
  public String name() {
    return "top-sql";
  }

  @Override
  public String words() {
    return "Top SQL";
  }

  @Override
  public Duration budget() {
    return Duration.ofSeconds(2);
  }

  @Override
  public void take(Session session, Context context, int round) {
    Digests look = reader.read(session, ledger.seenWithinS(System.nanoTime()));
    if (look.missing().isPresent()) {
      content.note(look.missing().get().words() + " " + look.missing().get().remedy());
      return;
    }
    switch (ledger.enter(look)) {
      case Ledger.Entry.First first -> {}
      case Ledger.Entry.Gap gap -> content.note(gap.why());
      case Ledger.Entry.Counted counted -> {
        TopWindow plain =
            TopWindow.of(
                session.server().ref(),
                counted.slice(),
                key ->
                    new TopWindow.Seen(
                        StatementText.UNKNOWN,
                        ledger.row(key).orElse(null),
                        counted.fresh().contains(key)),
                List.of());
        Map<StatementKey, StatementText> texts =
            reader.texts(
                session,
                plain.top(Order.LOAD, DigestReader.TEXTS).stream().map(TopRow::key).toList());
        window = Optional.of(plain.with(texts));
      }
    }
  }

  @Override
  public Content content() {
    window.ifPresent(
        found -> {
          content.grid("top-sql", grid(found));
          content.grid(
              "window",
              Grid.of(
                  List.of("measured_us", "lost"),
                  List.of(
                      List.of(
                          String.valueOf(found.measured().toNanos() / 1_000),
                          String.valueOf(found.lost())))));
        });
    return content;
  }

  private static Grid grid(TopWindow window) {
    var rows = new ArrayList<List<String>>();
    for (TopRow row : window.top(Order.LOAD, ROWS)) {
      rows.add(
          List.of(
              row.key().schema(),
              row.key().digest(),
              decimal(row.load()),
              decimal(row.share() * 100),
              String.valueOf(row.counters().count()),
              decimal(row.countPerS()),
              String.valueOf(Math.round(row.avgUs())),
              decimal(row.avgExamined()),
              decimal(row.avgSent()),
              String.valueOf(row.counters().errors()),
              String.valueOf(row.counters().tmpDisk()),
              String.valueOf(row.counters().noIndex()),
              row.fresh() ? "new" : "",
              row.text().text(),
              row.text().sample()));
    }
    return new Grid(
        List.of(
            "schema",
            "digest",
            "load",
            "share_pct",
            "count",
            "per_s",
            "avg_us",
            "avg_examined",
            "avg_sent",
            "errors",
            "tmp_disk",
            "no_index",
            "new",
            "statement",
            "sample_sql"),
        rows,
        window.rows().size() > ROWS);
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
