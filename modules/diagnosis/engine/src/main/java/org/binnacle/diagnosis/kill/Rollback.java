package org.binnacle.diagnosis.kill;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.Span;
import org.binnacle.diagnosis.session.Transaction;

/// What has to be undone where a thread is killed, and about how long that takes.
///
/// The time is an estimate. Where a rollback was seen on the server, it is by the rate of that one;
/// else it is how long the changes can have taken at most. Undoing takes about as long as doing,
/// but can take several times that where the pages have left the buffer pool (MySQL's manual, on
/// managing large transactions of InnoDB), which nothing tells beforehand.
///
/// @param rows modified; empty where the account may not see transactions
/// @param us microseconds; empty where nothing is known of it
public record Rollback(OptionalLong rows, OptionalLong us, From from) {

  /// What the time is taken from.
  public enum From {
    /// There is nothing to undo.
    NOTHING("nothing"),
    /// A rollback that was seen on this server.
    MEASURED("measured"),
    /// How long the changes can have taken at most.
    OWN_PACE("own_pace"),
    UNKNOWN("unknown");

    private final String id;

    From(String id) {
      this.id = id;
    }

    /// Stable, for documents.
    public String id() {
      return id;
    }
  }

  static final Rollback NOTHING =
      new Rollback(OptionalLong.of(0), OptionalLong.of(0), From.NOTHING);
  static final Rollback UNKNOWN =
      new Rollback(OptionalLong.empty(), OptionalLong.empty(), From.UNKNOWN);

  /// @param trx empty for none
  /// @param seesTransactions whether the account may see them
  /// @param kind and for how long the thread has been in its command; one that sleeps has changed
  ///   nothing since
  /// @param rowsPerS of a rollback that was seen on this server
  static Rollback of(
      Optional<Transaction> trx,
      boolean seesTransactions,
      Kind kind,
      long timeUs,
      OptionalDouble rowsPerS) {
    if (!seesTransactions) {
      return UNKNOWN;
    }
    long rows = trx.map(Transaction::rowsModified).orElse(0L);
    if (rows == 0) {
      return NOTHING;
    }
    if (rowsPerS.isPresent() && rowsPerS.getAsDouble() > 0) {
      long us = Math.round(rows / rowsPerS.getAsDouble() * 1e6);
      return new Rollback(OptionalLong.of(rows), OptionalLong.of(us), From.MEASURED);
    }
    long slept = kind == Kind.IDLE_IN_TRX || kind == Kind.SLEEPING ? timeUs : 0;
    // Both are told in whole seconds.
    long us = Math.max(1_000_000, trx.orElseThrow().ageUs() - slept);
    return new Rollback(OptionalLong.of(rows), OptionalLong.of(us), From.OWN_PACE);
  }

  /// `~12 s`, `time unknown`; empty where there is nothing to undo.
  public String time() {
    return switch (from) {
      case NOTHING -> "";
      case UNKNOWN -> "time unknown";
      case MEASURED -> "~" + Span.words(us.orElse(0));
      case OWN_PACE -> "~" + Span.wholeSeconds(us.orElse(0));
    };
  }

  /// `1,200 rows, ~12 s`; empty where there is nothing to undo.
  public String words() {
    return switch (from) {
      case NOTHING -> "";
      case UNKNOWN -> "unknown";
      case MEASURED, OWN_PACE ->
          "%,d %s, %s".formatted(rows.orElse(0), rows.orElse(0) == 1 ? "row" : "rows", time());
    };
  }

  /// Where the time comes from, in words; empty where there is nothing to undo.
  public String why() {
    return switch (from) {
      case NOTHING -> "";
      case UNKNOWN -> "this account may not see transactions, so what is rolled back is not known";
      case MEASURED -> "an estimate, from the pace of a rollback that was seen on this server";
      case OWN_PACE ->
          "an estimate, since the changes took at most so long; undoing them can take longer";
    };
  }
}
