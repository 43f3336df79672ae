package org.binnacle.diagnosis.trx;

import java.util.LinkedHashMap;
import java.util.Map;
import org.binnacle.diagnosis.lock.PastStatement;
import org.binnacle.diagnosis.session.ProcessRow;

/// Open transactions as a document of maps, lists, texts and numbers; times are microseconds.
/// Members are never renamed; new ones may come.
public final class TrxDocument {
  private TrxDocument() {}

  public static Map<String, Object> of(TrxScene scene) {
    var document = new LinkedHashMap<String, Object>();
    document.put("instance", scene.instance().name());
    document.put("address", scene.instance().address());
    document.put("at", scene.at().toString());
    document.put("took_us", scene.took().toNanos() / 1_000);
    document.put("history_length", scene.historyLength() < 0 ? null : (Long) scene.historyLength());
    document.put("transactions", scene.transactions().stream().map(TrxDocument::one).toList());
    document.put("notes", scene.notes());
    document.put(
        "denied",
        scene.denied().stream()
            .map(one -> Map.<String, Object>of("what", one.what(), "grant", one.grant()))
            .toList());
    return document;
  }

  private static Map<String, Object> one(OpenTrx trx) {
    var document = new LinkedHashMap<String, Object>();
    document.put("trx_id", trx.trxId());
    document.put("id", trx.connectionId() == 0 ? null : (Long) trx.connectionId());
    document.put("user", trx.row().map(ProcessRow::user).orElse(""));
    document.put("host", trx.row().map(row -> row.client().text()).orElse(""));
    document.put("db", trx.row().map(ProcessRow::db).orElse(""));
    document.put("state", trx.state());
    document.put("doing", trx.doing());
    document.put("age_us", trx.ageUs());
    document.put("idle_us", trx.idleUs());
    document.put("waited_us", trx.waitUs() < 0 ? null : (Long) trx.waitUs());
    document.put("rows_modified", trx.rowsModified());
    document.put("rows_locked", trx.rowsLocked());
    document.put("lock_structs", trx.lockStructs());
    document.put("tables_locked", trx.tablesLocked());
    document.put("isolation", trx.isolation());
    document.put("sql", trx.sql());
    document.put("statements", trx.statements().stream().map(TrxDocument::past).toList());
    return document;
  }

  private static Map<String, Object> past(PastStatement past) {
    var document = new LinkedHashMap<String, Object>();
    document.put("sql", past.sql());
    document.put("took_us", past.tookUs());
    document.put("rows_affected", past.rowsAffected());
    document.put("ago_us", past.agoUs() < 0 ? null : (Long) past.agoUs());
    return document;
  }
}
