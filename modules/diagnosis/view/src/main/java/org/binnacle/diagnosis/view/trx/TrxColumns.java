package org.binnacle.diagnosis.view.trx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.Span;
import org.binnacle.diagnosis.trx.OpenTrx;
import org.binnacle.fxkit.table.Column;

/// The columns of the list of transactions.
final class TrxColumns {
  private TrxColumns() {}

  static List<Column<OpenTrx>> all(boolean merged) {
    var columns = new ArrayList<Column<OpenTrx>>();
    Column<OpenTrx> instance =
        Column.<OpenTrx>text("instance", "Instance", 96, trx -> trx.instance().name()).keepEnds();
    columns.add(merged ? instance : instance.hidden());
    columns.add(
        Column.number(
            "id",
            "Id",
            66,
            trx -> trx.connectionId() == 0 ? "–" : String.valueOf(trx.connectionId()),
            trx -> (double) trx.connectionId()));
    columns.add(Column.text("account", "Account", 150, OpenTrx::account));
    columns.add(Column.text("db", "Db", 70, trx -> trx.row().map(ProcessRow::db).orElse("")));
    columns.add(span("age", "Age", 70, OpenTrx::ageUs));
    columns.add(Column.text("doing", "Doing", 130, OpenTrx::doing));
    columns.add(span("idle", "Idle", 66, OpenTrx::idleUs));
    columns.add(count("modified", "Modified", 78, OpenTrx::rowsModified));
    columns.add(count("locked", "Locked", 76, OpenTrx::rowsLocked));
    columns.add(count("tables", "Tables", 66, OpenTrx::tablesLocked).hidden());
    columns.add(count("structs", "Lock structs", 96, OpenTrx::lockStructs).hidden());
    columns.add(Column.<OpenTrx>text("isolation", "Isolation", 120, OpenTrx::isolation).hidden());
    columns.add(Column.<OpenTrx>text("trx", "Trx id", 110, OpenTrx::trxId).mono().hidden());
    columns.add(count("statements", "Statements", 88, trx -> trx.statements().size()));
    columns.add(
        Column.<OpenTrx>text(
                "sql",
                "SQL",
                280,
                trx -> (trx.idle() && !trx.sql().isEmpty() ? "last: " : "") + trx.sql())
            .mono());
    return columns;
  }

  private static Column<OpenTrx> span(
      String id, String title, int width, ToLongFunction<OpenTrx> us) {
    return Column.number(
        id,
        title,
        width,
        trx -> us.applyAsLong(trx) <= 0 ? "" : Span.wholeSeconds(us.applyAsLong(trx)),
        trx -> (double) us.applyAsLong(trx));
  }

  private static Column<OpenTrx> count(
      String id, String title, int width, ToLongFunction<OpenTrx> value) {
    return Column.number(
        id,
        title,
        width,
        trx -> "%,d".formatted(value.applyAsLong(trx)),
        trx -> (double) value.applyAsLong(trx));
  }
}
