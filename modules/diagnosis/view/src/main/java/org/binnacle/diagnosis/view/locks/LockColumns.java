package org.binnacle.diagnosis.view.locks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.Span;
import org.binnacle.diagnosis.session.Transaction;
import org.binnacle.fxkit.table.Column;

/// The columns of the lock tree; the first one draws the tree and keeps its order.
final class LockColumns {
  private static final int BAR = 7;
  private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

  private LockColumns() {}

  static List<Column<LockLine>> all(boolean merged) {
    var columns = new ArrayList<Column<LockLine>>();
    Column<LockLine> instance =
        Column.<LockLine>text("instance", "Instance", 96, line -> line.instance().name())
            .keepEnds();
    columns.add(
        Column.<LockLine>text("who", "Session", 120, LockColumns::branch)
            .orderedBy(Comparator.comparingInt(LockLine::place)));
    columns.add(merged ? instance : instance.hidden());
    columns.add(
        Column.<LockLine>text("kind", "Waits for", 74, LockLine::kind)
            .pill(line -> pill(line.kind())));
    columns.add(Column.text("account", "Account", 128, line -> line.node().party().account()));
    columns.add(Column.text("doing", "Doing", 104, line -> line.node().party().doing()));
    columns.add(
        Column.number(
            "trx",
            "Trx",
            60,
            line -> trx(line).map(one -> Span.wholeSeconds(one.ageUs())).orElse(""),
            line -> trx(line).map(one -> (double) one.ageUs()).orElse(Double.NaN)));
    columns.add(count("modified", "Mod", 56, line -> trx(line).map(Transaction::rowsModified)));
    columns.add(
        count("locked", "Locked", 76, line -> trx(line).map(Transaction::rowsLocked)).hidden());
    columns.add(count("blocks", "Blocks", 62, line -> some(line.node().blocks())));
    columns.add(count("frees", "Frees", 58, line -> some(line.node().frees())));
    columns.add(
        Column.number(
            "waited",
            "Waits",
            68,
            line -> line.node().waits().isEmpty() ? "" : Span.words(line.node().waitedUs()),
            line -> (double) line.node().waitedUs()));
    Column<LockLine> bar =
        Column.<LockLine>text("bar", "", 70, LockColumns::bar)
            .mono()
            .drawn()
            .orderedBy(Comparator.comparingLong(line -> line.node().waitedUs()));
    // The column of instances needs its place.
    columns.add(merged ? bar.hidden() : bar);
    columns.add(
        Column.<LockLine>number(
                "sum",
                "Sum below",
                88,
                line -> line.node().blocks() == 0 ? "" : Span.words(line.node().sumWaitedUs()),
                line -> (double) line.node().sumWaitedUs())
            .hidden());
    columns.add(Column.text("lock", "Lock", 216, LockLine::lock));
    columns.add(Column.<LockLine>text("sql", "SQL", 260, LockColumns::sql).mono());
    return columns;
  }

  private static String branch(LockLine line) {
    String fold = line.node().children().isEmpty() ? "" : line.folded() ? "▸ " : "▾ ";
    String indent = "\u2003".repeat(Math.min(line.node().depth(), 12));
    String cycle = line.node().cycle() ? " ⟳" : "";
    return indent + fold + line.node().who().words() + cycle;
  }

  private static String pill(String kind) {
    return switch (kind) {
      case "" -> "";
      case "row" -> "orange";
      default -> "purple";
    };
  }

  private static String bar(LockLine line) {
    if (line.node().waits().isEmpty() || line.longestUs() <= 0) {
      return "";
    }
    int eighths =
        (int) Math.max(1, Math.round(8.0 * BAR * line.node().waitedUs() / line.longestUs()));
    String rest = eighths % 8 == 0 ? "" : String.valueOf(EIGHTHS.charAt(eighths % 8));
    return "█".repeat(Math.min(BAR, eighths / 8)) + rest;
  }

  private static String sql(LockLine line) {
    String sql = line.node().party().sql();
    return sql.isEmpty() || !line.node().party().idle() ? sql : "last: " + sql;
  }

  static Optional<Transaction> trx(LockLine line) {
    return line.node().party().trx().or(() -> line.node().party().row().flatMap(ProcessRow::trx));
  }

  private static Optional<Long> some(int count) {
    return count == 0 ? Optional.empty() : Optional.of((long) count);
  }

  private static Column<LockLine> count(
      String id,
      String title,
      int width,
      java.util.function.Function<LockLine, Optional<Long>> value) {
    return Column.number(
        id,
        title,
        width,
        line -> value.apply(line).map("%,d"::formatted).orElse(""),
        line -> value.apply(line).map(Long::doubleValue).orElse(Double.NaN));
  }
}
