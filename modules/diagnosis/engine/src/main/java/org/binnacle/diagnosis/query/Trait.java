package org.binnacle.diagnosis.query;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.ProcessRow;

/// What `is:` asks.
@SuppressWarnings("ImmutableEnumChecker") // the tests hold no state
enum Trait {
  ACTIVE("active", "a client's statement runs or waits", row -> row.kind() == Kind.ACTIVE),
  IDLE_IN_TRX(
      "idle-in-trx", "sleeps inside an open transaction", row -> row.kind() == Kind.IDLE_IN_TRX),
  IN_TRX("in-trx", "has an open transaction", row -> row.trx().isPresent()),
  SLEEPING("sleeping", "sleeps outside a transaction", row -> row.kind() == Kind.SLEEPING),
  BLOCKED("blocked", "waits for a lock", ProcessRow::blocked),
  BLOCKER("blocker", "others wait for it", row -> row.blocking().blocker()),
  REPLICATION(
      "replication",
      "a replica's thread or a binlog dump",
      row ->
          row.kind() == Kind.REPLICATION
              || row.kind() == Kind.REPLICATION_IDLE
              || row.kind() == Kind.BINLOG_DUMP),
  DAEMON("daemon", "a thread of the server itself", row -> row.kind() == Kind.DAEMON),
  OWN("own", "a connection of Binnacle", row -> row.kind() == Kind.OWN),
  NO_INDEX("no-index", "the statement uses no index", row -> row.work().noIndex()),
  TMP_DISK("tmp-disk", "made temporary tables on disk", row -> row.work().tmpDiskTables() > 0);

  private final String word;
  private final String describes;
  private final Predicate<ProcessRow> test;

  Trait(String word, String describes, Predicate<ProcessRow> test) {
    this.word = word;
    this.describes = describes;
    this.test = test;
  }

  String word() {
    return word;
  }

  String describes() {
    return describes;
  }

  boolean of(ProcessRow row) {
    return test.test(row);
  }

  static Optional<Trait> named(String word) {
    return Arrays.stream(values()).filter(trait -> trait.word.equals(word)).findFirst();
  }
}
