package org.binnacle.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.binnacle.app.cli.Table.Cell;
import org.binnacle.app.cli.Table.Column;
import org.binnacle.app.cli.Terminal.Tone;
import org.binnacle.diagnosis.session.Span;
import org.binnacle.diagnosis.topsql.Counters;
import org.binnacle.diagnosis.topsql.Missing;
import org.binnacle.diagnosis.topsql.Order;
import org.binnacle.diagnosis.topsql.TopRow;
import org.binnacle.diagnosis.topsql.TopWindow;

/// A window of top SQL, as text or as a document.
final class TopSqlView {
  private final Call call;
  private final Order order;
  private final int top;

  TopSqlView(Call call, Order order, int top) {
    this.call = call;
    this.order = order;
    this.top = top;
  }

  void print(TopWindow window) {
    if (call.json()) {
      call.document(document(window));
      return;
    }
    remarks(window).forEach(call::say);
    if (!window.rows().isEmpty()) {
      call.print(window.sampled() ? sampled(window) : table(window));
    } else if (window.missing().isEmpty()) {
      call.say("No statement ended in that time.");
    }
  }

  private List<String> remarks(TopWindow window) {
    var lines = new ArrayList<String>();
    for (Missing missing : window.missing()) {
      lines.add(missing.words());
      lines.add("  " + missing.remedy());
    }
    if (!window.missing().isEmpty() && window.rows().isEmpty()) {
      lines.add("  binnacle top-sql TARGET --sample works without it.");
    }
    window.gaps().forEach(gap -> lines.add("Gap: " + gap + "; what ran before it is not known."));
    if (window.lost() > 0 || !window.others().isZero()) {
      lines.add(
          "The digest table is full: "
              + Math.max(window.lost(), window.others().count())
              + " statements are counted under no digest. TRUNCATE TABLE"
              + " performance_schema.events_statements_summary_by_digest makes room,"
              + " performance_schema_digests_size sets its size.");
    }
    if (call.terminal().live() && !window.rows().isEmpty()) {
      lines.add(headline(window));
    }
    return lines;
  }

  private static String headline(TopWindow window) {
    return String.format(
        Locale.ROOT,
        "%s: %s of %s %s, load %.2f (sessions busy on average)",
        String.join(", ", window.instances().stream().map(ref -> ref.name()).toList()),
        window.sampled() ? "looks at" : "digests",
        Span.words(window.measured().toNanos() / 1_000),
        window.sampled() ? "in all" : "measured",
        window.load());
  }

  private Table table(TopWindow window) {
    var table =
        new Table(
            Column.number("LOAD"),
            Column.number("SHARE"),
            Column.number("COUNT").spare(1),
            Column.number("/S").spare(7),
            Column.number("AVG"),
            Column.number("P95").spare(6),
            Column.number("LOCK").spare(8),
            Column.number("EXAM").spare(3),
            Column.number("SENT").spare(5),
            Column.number("ERR").spare(4),
            Column.number("TMPD").spare(9),
            Column.text("MARK").spare(2),
            Column.text("SCHEMA"),
            Column.folding("STATEMENT"));
    for (TopRow row : window.top(order, top)) {
      table.row(
          load(row),
          share(row),
          row.counters().count(),
          number(row.countPerS()),
          Span.words(Math.round(row.avgUs())),
          row.p95Us() < 0 ? "" : Span.words(row.p95Us()),
          Span.words(Math.round(row.avgLockUs())),
          number(row.avgExamined()),
          number(row.avgSent()),
          new Cell(
              String.valueOf(row.counters().errors()),
              row.counters().errors() > 0 ? Tone.RED : Tone.FAINT),
          row.counters().tmpDisk(),
          mark(row),
          row.key().schema(),
          text(row));
    }
    return table;
  }

  private Table sampled(TopWindow window) {
    var table =
        new Table(
            Column.number("LOAD"),
            Column.number("SHARE"),
            Column.number("SEEN"),
            Column.number("LONGEST"),
            Column.text("SCHEMA"),
            Column.folding("STATEMENT"));
    for (TopRow row : window.top(order, top)) {
      table.row(
          load(row),
          share(row),
          row.counters().count(),
          Span.words(row.maxUs()),
          row.key().schema(),
          text(row));
    }
    return table;
  }

  private static Cell load(TopRow row) {
    return new Cell(
        String.format(Locale.ROOT, "%.2f", row.load()),
        row.load() >= 4 ? Tone.RED : row.load() >= 1 ? Tone.YELLOW : Tone.PLAIN);
  }

  private static String share(TopRow row) {
    return String.format(Locale.ROOT, "%.1f%%", row.share() * 100);
  }

  /// Words, never colour alone.
  private static Cell mark(TopRow row) {
    var marks = new ArrayList<String>();
    if (row.fresh()) {
      marks.add("new");
    }
    if (row.counters().noIndex() > 0) {
      marks.add("no index");
    }
    return new Cell(String.join(", ", marks), Tone.YELLOW);
  }

  private static String text(TopRow row) {
    return row.text().text().isEmpty() ? "digest " + row.key().digest() : row.text().text();
  }

  private static String number(double value) {
    return value >= 100 || value == Math.rint(value)
        ? String.valueOf(Math.round(value))
        : String.format(Locale.ROOT, "%.1f", value);
  }

  Map<String, Object> document(TopWindow window) {
    var document = new LinkedHashMap<String, Object>();
    document.put("instances", window.instances().stream().map(Refs::document).toList());
    document.put("from", window.from());
    document.put("to", window.to());
    document.put("measured_ms", window.measured());
    document.put("sampled", window.sampled());
    document.put("order", order.words());
    document.put("load", window.load());
    document.put("statements_in_all", window.rows().size());
    document.put("lost", window.lost());
    document.put("without_digest", counters(window.others()));
    document.put("gaps", window.gaps());
    document.put(
        "missing",
        window.missing().stream()
            .map(missing -> Map.of("words", missing.words(), "remedy", missing.remedy()))
            .toList());
    document.put("statements", window.top(order, top).stream().map(TopSqlView::row).toList());
    return document;
  }

  private static Map<String, Object> row(TopRow row) {
    var document = new LinkedHashMap<String, Object>();
    document.put("schema", row.key().schema());
    document.put("digest", row.key().digest());
    document.put("text", row.text().text());
    document.put("sample", row.text().sample());
    document.put("load", row.load());
    document.put("share", row.share());
    document.put("count_per_s", row.countPerS());
    document.put("avg_us", row.avgUs());
    document.put("max_us", row.maxUs());
    document.put("p95_us", row.p95Us() < 0 ? null : row.p95Us());
    document.put("p99_us", row.p99Us() < 0 ? null : row.p99Us());
    document.put("examined_per_sent", row.examinedPerSent());
    document.put("new", row.fresh());
    document.put("first_seen", row.firstSeen());
    document.put("last_seen", row.lastSeen());
    document.put("counters", counters(row.counters()));
    return document;
  }

  private static Map<String, Object> counters(Counters counters) {
    var document = new LinkedHashMap<String, Object>();
    document.put("count", counters.count());
    document.put("time_us", counters.timeUs());
    document.put("lock_us", counters.lockUs());
    document.put("cpu_us", counters.cpuUs());
    document.put("errors", counters.errors());
    document.put("warnings", counters.warnings());
    document.put("rows_affected", counters.affected());
    document.put("rows_sent", counters.sent());
    document.put("rows_examined", counters.examined());
    document.put("tmp_tables", counters.tmp());
    document.put("tmp_disk_tables", counters.tmpDisk());
    document.put("no_index", counters.noIndex());
    return document;
  }
}
