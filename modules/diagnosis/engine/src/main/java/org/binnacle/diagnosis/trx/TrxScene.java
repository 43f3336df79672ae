package org.binnacle.diagnosis.trx;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.binnacle.diagnosis.lock.Denied;
import org.binnacle.kernel.InstanceRef;

/// The open transactions of one instance at one moment.
///
/// @param transactions oldest first, at most {@link TrxReader#LIMIT}
/// @param historyLength undo logs that are not purged yet; -1 where it is not told
/// @param notes sentences for the user: what is cut or unknown, and why
public record TrxScene(
    InstanceRef instance,
    Instant at,
    Duration took,
    List<OpenTrx> transactions,
    long historyLength,
    List<String> notes,
    List<Denied> denied) {

  public TrxScene {
    transactions = List.copyOf(transactions);
    notes = List.copyOf(notes);
    denied = List.copyOf(denied);
  }

  /// `12 open transactions, the oldest 6m12s, 3 idle; history list 2,100,000`.
  public String summary() {
    if (transactions.isEmpty()) {
      return (denied.isEmpty() ? "no open transaction" : "no open transaction that may be seen")
          + history();
    }
    long idle = transactions.stream().filter(OpenTrx::idle).count();
    long oldest = transactions.getFirst().ageUs();
    return "%,d open transaction%s, the oldest %s%s%s"
        .formatted(
            transactions.size(),
            transactions.size() == 1 ? "" : "s",
            org.binnacle.diagnosis.session.Span.wholeSeconds(oldest),
            idle == 0 ? "" : ", %,d idle".formatted(idle),
            history());
  }

  private String history() {
    return historyLength < 0 ? "" : "; history list %,d".formatted(historyLength);
  }
}
