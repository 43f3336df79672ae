package org.binnacle.diagnosis.lock;

import java.util.List;
import java.util.Optional;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.Transaction;

/// What is known of one that waits or is waited for.
///
/// @param row its session; empty where it has ended meanwhile or never was one
/// @param trx its transaction where there is no session to tell of it
/// @param last its last statements, newest first; only of roots that run none
public record Party(
    Who who, Optional<ProcessRow> row, Optional<Transaction> trx, List<PastStatement> last) {

  public Party {
    last = List.copyOf(last);
  }

  public static Party of(ProcessRow row) {
    return new Party(Who.session(row.id()), Optional.of(row), row.trx(), List.of());
  }

  /// One of whom only the name is known.
  public static Party unknown(Who who) {
    return new Party(who, Optional.empty(), Optional.empty(), List.of());
  }

  public Party with(List<PastStatement> statements) {
    return new Party(who, row, trx, statements);
  }

  /// The running statement, or the last one that is remembered; empty for none.
  public String sql() {
    String running = row.map(ProcessRow::sql).orElse("");
    return idle() && !last.isEmpty() ? last.getFirst().sql() : running;
  }

  /// Whether it runs nothing, so that {@link #sql} is what it ran last. MySQL 5.7 goes on telling
  /// the statement of a thread that sleeps.
  public boolean idle() {
    return row.filter(
            one ->
                one.kind() != Kind.IDLE_IN_TRX
                    && one.kind() != Kind.SLEEPING
                    && !one.sql().isEmpty())
        .isEmpty();
  }

  /// `app@10.0.4.9`; what it is where it is no session.
  public String account() {
    if (!who.hasConnection()) {
      return "no connection (a prepared XA transaction?)";
    }
    return row.map(one -> one.user() + "@" + one.client().text()).orElse("ended meanwhile");
  }

  /// `idle in trx`, a state, a command.
  public String doing() {
    if (row.isEmpty()) {
      return "";
    }
    ProcessRow one = row.get();
    if (one.kind() == Kind.IDLE_IN_TRX) {
      return "idle in trx";
    }
    return one.state().isEmpty() ? one.command() : one.state();
  }
}
