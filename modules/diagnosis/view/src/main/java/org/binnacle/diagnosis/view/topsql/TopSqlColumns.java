package org.binnacle.diagnosis.view.topsql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.css.PseudoClass;
import org.binnacle.diagnosis.session.Span;
import org.binnacle.diagnosis.topsql.TopRow;
import org.binnacle.fxkit.table.Column;
import org.binnacle.fxkit.theme.States;

/// The columns of top SQL.
final class TopSqlColumns {
  private static final String BLOCKS = "█";

  private TopSqlColumns() {}

  static List<Column<TopRow>> all() {
    return List.of(
        Column.number("load", "Load", 62, (TopRow row) -> decimal(row.load()), TopRow::load),
        Column.text("bar", "", 84, (TopRow row) -> bar(row.share()))
            .drawn()
            .orderedBy(Comparator.comparingDouble(TopRow::share)),
        Column.number(
            "share",
            "Share",
            60,
            (TopRow row) -> String.format(Locale.ROOT, "%.1f %%", row.share() * 100),
            TopRow::share),
        Column.number(
            "count",
            "Count",
            66,
            (TopRow row) -> "%,d".formatted(row.counters().count()),
            (TopRow row) -> row.counters().count()),
        Column.number(
            "per-s", "/s", 62, (TopRow row) -> decimal(row.countPerS()), TopRow::countPerS),
        Column.number(
            "avg", "Avg", 72, (TopRow row) -> Span.words(Math.round(row.avgUs())), TopRow::avgUs),
        Column.number(
            "p95",
            "p95",
            72,
            (TopRow row) -> row.p95Us() < 0 ? "" : Span.words(row.p95Us()),
            (TopRow row) -> row.p95Us() < 0 ? Double.NaN : row.p95Us()),
        Column.number(
            "ratio",
            "Ex/sent",
            66,
            (TopRow row) -> decimal(row.examinedPerSent()),
            TopRow::examinedPerSent),
        Column.number(
            "errors",
            "Errors",
            58,
            (TopRow row) -> blank(row.counters().errors()),
            (TopRow row) -> row.counters().errors()),
        Column.text("mark", "Mark", 76, TopSqlColumns::mark),
        Column.text("statement", "Statement", 420, TopSqlColumns::statement)
            .mono()
            .tip(TopSqlColumns::statement),
        Column.text("schema", "Schema", 84, (TopRow row) -> row.key().schema()).hidden(),
        Column.number(
                "examined",
                "Exam",
                72,
                (TopRow row) -> decimal(row.avgExamined()),
                TopRow::avgExamined)
            .hidden(),
        Column.number("sent", "Sent", 64, (TopRow row) -> decimal(row.avgSent()), TopRow::avgSent)
            .hidden(),
        Column.number(
                "lock",
                "Lock",
                66,
                (TopRow row) -> Span.words(Math.round(row.avgLockUs())),
                TopRow::avgLockUs)
            .hidden(),
        Column.number(
                "tmp-disk",
                "Tmp disk",
                66,
                (TopRow row) -> blank(row.counters().tmpDisk()),
                (TopRow row) -> row.counters().tmpDisk())
            .hidden(),
        Column.number(
                "p99",
                "p99",
                72,
                (TopRow row) -> row.p99Us() < 0 ? "" : Span.words(row.p99Us()),
                (TopRow row) -> row.p99Us() < 0 ? Double.NaN : row.p99Us())
            .hidden(),
        Column.text("digest", "Digest", 110, (TopRow row) -> row.key().digest()).hidden());
  }

  static String statement(TopRow row) {
    return row.text().text().isEmpty() ? "digest " + row.key().digest() : row.text().text();
  }

  /// The share as a bar of eighths: what stands out is seen before it is read.
  private static String bar(double share) {
    int eighths = (int) Math.round(Math.clamp(share, 0, 1) * 64);
    String part = eighths % 8 == 0 ? "" : String.valueOf((char) ('█' + 8 - eighths % 8));
    return BLOCKS.repeat(eighths / 8) + part;
  }

  private static String blank(long number) {
    return number == 0 ? "" : "%,d".formatted(number);
  }

  static String decimal(double value) {
    if (value >= 100) {
      return "%,d".formatted(Math.round(value));
    }
    return value == Math.rint(value)
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
  }

  /// Words, never colour alone.
  private static String mark(TopRow row) {
    var marks = new ArrayList<String>();
    if (row.fresh()) {
      marks.add("new");
    }
    if (row.counters().noIndex() > 0) {
      marks.add("no index");
    }
    return String.join(", ", marks);
  }

  static Set<PseudoClass> states(TopRow row) {
    if (row.load() >= 4) {
      return Set.of(States.CRITICAL);
    }
    return row.load() >= 1 || row.counters().errors() > 0 ? Set.of(States.WARNING) : Set.of();
  }
}
