package org.binnacle.diagnosis.view.kill;

import java.util.ArrayList;
import java.util.List;
import org.binnacle.diagnosis.kill.MergedPlan.Placed;
import org.binnacle.diagnosis.session.Client;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.Span;
import org.binnacle.diagnosis.session.Transaction;
import org.binnacle.fxkit.table.Column;

/// A session that a rule takes, now or on a stored snapshot.
///
/// @param goes whether it would be killed
/// @param modified rows to roll back; -1 where there is no transaction
record RuleLine(
    String instance,
    long id,
    String user,
    String host,
    String db,
    long timeUs,
    long modified,
    String sql,
    String words,
    boolean goes) {

  static RuleLine of(Placed placed) {
    var victim = placed.victim();
    return new RuleLine(
        placed.instance().name(),
        victim.id(),
        victim.identity().user(),
        victim.identity().host(),
        victim.identity().db(),
        victim.timeUs(),
        victim.trx().map(Transaction::rowsModified).orElse(-1L),
        victim.identity().sql(),
        VictimColumns.words(victim),
        victim.goes());
  }

  static RuleLine of(ProcessRow row) {
    return new RuleLine(
        row.instance().name(),
        row.id(),
        row.user(),
        row.client().text(),
        row.db(),
        row.timeUs(),
        row.trx().map(Transaction::rowsModified).orElse(-1L),
        row.sql(),
        "would have been killed",
        true);
  }

  /// At their widest they leave the sheet's table some room for the SQL.
  ///
  /// @param merged whether sessions are on several instances
  static List<Column<RuleLine>> columns(boolean merged) {
    var columns = new ArrayList<Column<RuleLine>>();
    if (merged) {
      columns.add(Column.text("instance", "Instance", 72, RuleLine::instance).keepEnds());
    }
    columns.add(
        Column.number(
            "id", "Id", 48, (RuleLine line) -> Long.toString(line.id()), line -> line.id()));
    columns.add(Column.text("user", "User", merged ? 56 : 84, RuleLine::user));
    columns.add(
        Column.<RuleLine>text("host", "Host", 64, line -> Client.of(line.host()).ip())
            .keepEnd()
            .tip(RuleLine::host));
    columns.add(Column.text("db", "Db", 64, RuleLine::db));
    columns.add(
        Column.number(
            "time", "Time", 50, line -> Span.words(line.timeUs()), line -> line.timeUs()));
    columns.add(
        Column.number(
            "modified",
            "Rolls back",
            62,
            line -> line.modified() < 0 ? "" : "%,d".formatted(line.modified()),
            line -> line.modified()));
    columns.add(Column.text("sql", "SQL", 130, RuleLine::sql).mono());
    columns.add(Column.text("words", "What happens", 110, RuleLine::words));
    return columns;
  }
}
