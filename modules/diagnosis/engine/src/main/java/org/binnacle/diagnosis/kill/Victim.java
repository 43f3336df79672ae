package org.binnacle.diagnosis.kill;

import java.util.Optional;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.Transaction;

/// One thread of a preview, as re-read for it.
///
/// @param identity what the re-check compares with; of a gone one only the id is meant
/// @param timeUs how long it has been in its command
/// @param trx its open transaction, which KILL CONNECTION rolls back
/// @param statement the exact SQL that would be sent
/// @param rollback what has to be undone; of KILL QUERY at most that, since what the transaction
///   did before its statement stays
public record Victim(
    Identity identity,
    Kind kind,
    String program,
    long timeUs,
    Optional<Transaction> trx,
    String statement,
    Verdict verdict,
    Rollback rollback) {

  public long id() {
    return identity.id();
  }

  public boolean goes() {
    return verdict instanceof Verdict.Go;
  }

  /// Who and where in words: `thread 4711 app@10.0.0.9:5123 shop`.
  public String words() {
    String db = identity.db().isEmpty() ? "" : " " + identity.db();
    return "thread " + identity.id() + " " + identity.user() + "@" + identity.host() + db;
  }

  /// Rows that have to be rolled back.
  public long rowsModified() {
    return trx.map(Transaction::rowsModified).orElse(0L);
  }
}
