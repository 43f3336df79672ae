package org.binnacle.diagnosis.view.trx;

import java.util.ArrayList;
import java.util.List;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.Span;
import org.binnacle.diagnosis.trx.OpenTrx;
import org.binnacle.diagnosis.view.instance.PastScript;

/// One transaction in words: what it ran, and its figures.
final class TrxFacts {
  private TrxFacts() {}

  /// In the order in which they ran, so that the transaction reads like a script.
  static String statements(OpenTrx trx) {
    var text = new StringBuilder(PastScript.of(trx.statements()));
    if (!trx.idle()) {
      trx.row()
          .map(ProcessRow::sql)
          .filter(sql -> !sql.isEmpty())
          .ifPresent(sql -> text.append("-- now\n").append(sql));
    }
    return text.isEmpty() ? "-- no statement of it is remembered" : text.toString().strip();
  }

  /// Names and values in turn.
  static List<String> facts(OpenTrx trx) {
    var facts = new ArrayList<String>();
    facts.addAll(List.of("Instance", trx.instance().name()));
    facts.addAll(List.of("Age", Span.wholeSeconds(trx.ageUs())));
    facts.addAll(List.of("Idle for", trx.idle() ? Span.wholeSeconds(trx.idleUs()) : ""));
    facts.addAll(
        List.of("Waits for a lock", trx.waitUs() < 0 ? "" : Span.wholeSeconds(trx.waitUs())));
    facts.addAll(List.of("Rows modified", "%,d (undo records)".formatted(trx.rowsModified())));
    facts.addAll(List.of("Rows locked", "%,d".formatted(trx.rowsLocked())));
    facts.addAll(List.of("Tables locked", "%,d".formatted(trx.tablesLocked())));
    facts.addAll(List.of("Isolation", trx.isolation()));
    facts.addAll(List.of("InnoDB says", trx.operation()));
    facts.addAll(List.of("Transaction id", trx.trxId()));
    facts.addAll(List.of("Db", trx.row().map(ProcessRow::db).orElse("")));
    facts.addAll(List.of("Program", trx.row().map(ProcessRow::program).orElse("")));
    return facts;
  }
}
