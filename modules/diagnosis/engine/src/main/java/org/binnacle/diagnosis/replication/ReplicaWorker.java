package org.binnacle.diagnosis.replication;

import java.util.Locale;
import java.util.OptionalLong;
import org.binnacle.diagnosis.session.Span;

/// One applier thread of a channel.
///
/// @param id 0 where the channel applies with a single thread
/// @param transaction being applied, else the last one that was; empty where it is not told
/// @param busy whether it is applying one now
/// @param applyingUs for how long it has been applying it, by the replica's clock; empty where it
///   applies none or the server does not tell (MySQL 5.7)
/// @param lastTookUs how long the one before took; empty where it is not told
/// @param retries of the present transaction, after a deadlock or a lock wait
/// @param error the server's words; empty where there are none
public record ReplicaWorker(
    long id,
    boolean running,
    String transaction,
    boolean busy,
    OptionalLong applyingUs,
    OptionalLong lastTookUs,
    long retries,
    int errorNumber,
    String error) {

  /// `applies for 4.2 s, 2 retries, the last one took 3.0 ms`, `waits`, `STOPPED`.
  public String words() {
    var words = new StringBuilder(running ? busy ? "applies" : "waits" : "STOPPED");
    if (busy) {
      applyingUs.ifPresent(us -> words.append(" for ").append(Span.words(us)));
      if (retries > 0) {
        words.append(
            String.format(Locale.ROOT, ", %d retr%s", retries, retries == 1 ? "y" : "ies"));
      }
    }
    lastTookUs.ifPresent(
        us ->
            words
                .append(busy ? ", the last one" : ", the last")
                .append(" took ")
                .append(Span.words(us)));
    if (errorNumber != 0) {
      words.append(", error ").append(errorNumber);
    }
    return words.toString();
  }
}
