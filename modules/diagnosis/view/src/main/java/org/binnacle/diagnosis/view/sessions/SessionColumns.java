package org.binnacle.diagnosis.view.sessions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.binnacle.diagnosis.session.Blocking;
import org.binnacle.diagnosis.session.Field;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.Span;
import org.binnacle.fxkit.table.Column;

/// The columns of the process list; their ids are the keys of {@link Field}.
final class SessionColumns {
  private SessionColumns() {}

  /// @param merged whether rows come from several instances
  /// @param marking what stands out
  static List<Column<ProcessRow>> all(boolean merged, Marking marking) {
    var columns = new ArrayList<Column<ProcessRow>>();
    columns.add(mark(marking));
    Column<ProcessRow> instance = text(Field.INSTANCE, "Instance", 96).keepEnds();
    columns.add(merged ? instance : instance.hidden());
    columns.add(count(Field.ID, "Id", 62));
    columns.add(text(Field.USER, "User", 90));
    columns.add(text(Field.HOST, "Host", 92).keepEnd().tip(row -> row.client().text()));
    columns.add(count(Field.PORT, "Port", 64).hidden());
    columns.add(text(Field.DB, "Db", 60));
    columns.add(text(Field.COMMAND, "Cmd", 70));
    columns.add(time());
    columns.add(text(Field.STATE, "State", 116));
    columns.add(span(Field.TRX, "Trx", 66));
    columns.add(count(Field.MODIFIED, "Mod", 62));
    columns.add(text(Field.BLOCKED_BY, "Blocked by", 84).tip(SessionColumns::queue));
    columns.add(blocks());
    columns.add(text(Field.ROOT, "Root", 70).hidden());
    columns.add(count(Field.LOCKED, "Locked", 72).hidden());
    columns.add(count(Field.EXAMINED, "Examined", 80).hidden());
    columns.add(count(Field.SENT, "Sent", 70).hidden());
    columns.add(count(Field.AFFECTED, "Affected", 82).hidden());
    columns.add(span(Field.LOCK_TIME, "Lock time", 84).hidden());
    columns.add(count(Field.TMP_DISK, "Disk tmp", 80).hidden());
    columns.add(text(Field.PROGRAM, "Program", 110).hidden());
    columns.add(text(Field.DIGEST, "Digest", 110).mono().hidden());
    columns.add(count(Field.THREAD, "Thread", 78).hidden());
    columns.add(text(Field.SQL, "SQL", 280).mono());
    return columns;
  }

  private static Column<ProcessRow> mark(Marking marking) {
    return Column.<ProcessRow>text("mark", "Mark", 112, marking::words)
        .icon(marking::icon)
        .orderedBy(Comparator.comparingInt(row -> marking.of(row).rank()));
  }

  /// Blank where nobody waits: a column of noughts hides the one that matters.
  private static Column<ProcessRow> blocks() {
    return Column.number(
        Field.BLOCKS.key(),
        "Blocks",
        64,
        row -> row.blocking().blocker() ? "%,d".formatted(row.blocking().blocks()) : "",
        row -> row.blocking().blocks());
  }

  private static String queue(ProcessRow row) {
    Blocking blocking = row.blocking();
    return blocking.by().isEmpty()
        ? ""
        : "waits for %s; at the head of the queue is %s%s"
            .formatted(
                blocking.by(),
                blocking.root(),
                blocking.inferred() ? " (inferred, the server does not tell)" : "");
  }

  private static Column<ProcessRow> time() {
    return Column.number(
        Field.TIME.key(),
        "Time",
        70,
        row -> Marking.measured(row) ? Span.words(row.timeUs()) : Span.wholeSeconds(row.timeUs()),
        ProcessRow::timeUs);
  }

  private static Column<ProcessRow> text(Field field, String title, int width) {
    return Column.text(field.key(), title, width, field::text);
  }

  private static Column<ProcessRow> count(Field field, String title, int width) {
    return Column.number(
        field.key(),
        title,
        width,
        row -> field.number(row).map(number -> words(field, number)).orElse(""),
        row -> field.number(row).map(Long::doubleValue).orElse(Double.NaN));
  }

  // Ids are names: no separators in them.
  private static String words(Field field, long number) {
    return switch (field) {
      case ID, THREAD, PORT -> Long.toString(number);
      default -> "%,d".formatted(number);
    };
  }

  private static Column<ProcessRow> span(Field field, String title, int width) {
    return Column.number(
        field.key(),
        title,
        width,
        row -> field.number(row).map(SessionColumns::spanWords).orElse(""),
        row -> field.number(row).map(Long::doubleValue).orElse(Double.NaN));
  }

  private static String spanWords(long us) {
    return us % 1_000_000 == 0 ? Span.wholeSeconds(us) : Span.words(us);
  }
}
