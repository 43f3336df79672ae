package org.binnacle.diagnosis.replication;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.binnacle.diagnosis.session.Span;
import org.binnacle.kernel.Severity;

/// One channel of a replica.
///
/// @param receiver the server's word: Yes, No, Connecting, Preparing
/// @param state what the applier says that it does, else the receiver
/// @param behindS by the server's own count; empty where it does not know
/// @param heartbeatS by the heartbeat table; empty where there is none
/// @param toApply transactions received and not applied yet, by GTID; empty where there are no
///   GTIDs
/// @param delayS by which it is delayed on purpose
/// @param readTo file and position up to which it has received
/// @param appliedTo file and position of the source up to which it has applied
public record ReplicaChannel(
    String name,
    String sourceHost,
    int sourcePort,
    String sourceUuid,
    String user,
    String receiver,
    boolean applying,
    String state,
    int receiverErrorNumber,
    String receiverError,
    int applierErrorNumber,
    String applierError,
    OptionalLong behindS,
    OptionalLong heartbeatS,
    OptionalLong toApply,
    long delayS,
    boolean autoPosition,
    long relayBytes,
    String readTo,
    String appliedTo,
    List<ReplicaWorker> workers) {

  /// A transaction that is applied for longer is told.
  private static final long LONG_US = 10_000_000;

  public ReplicaChannel {
    workers = List.copyOf(workers);
  }

  /// The same with what a replica status does not tell.
  public ReplicaChannel with(
      OptionalLong heartbeat, OptionalLong waiting, List<ReplicaWorker> applying) {
    return new ReplicaChannel(
        name,
        sourceHost,
        sourcePort,
        sourceUuid,
        user,
        receiver,
        this.applying,
        state,
        receiverErrorNumber,
        receiverError,
        applierErrorNumber,
        applierError,
        behindS,
        heartbeat,
        waiting,
        delayS,
        autoPosition,
        relayBytes,
        readTo,
        appliedTo,
        applying);
  }

  public boolean receiving() {
    return receiver.equalsIgnoreCase("Yes");
  }

  /// `10.0.0.1:3306`.
  public String source() {
    return sourceHost + ":" + sourcePort;
  }

  public Severity severity() {
    if (!applying || receiver.equalsIgnoreCase("No") || !errors().isEmpty()) {
      return Severity.CRITICAL;
    }
    if (!receiving()) {
      return Severity.WARNING;
    }
    long lag = Math.max(0, lagS().orElse(0) - delayS);
    return lag > 300 ? Severity.CRITICAL : lag > 30 ? Severity.WARNING : Severity.OK;
  }

  /// The heartbeat where there is one, since the server's own count lies while it waits for a long
  /// transaction or an idle source.
  public OptionalLong lagS() {
    return heartbeatS.isPresent() ? heartbeatS : behindS;
  }

  /// The channel in a sentence: `applies, 12 s behind, 310 transactions to apply`.
  public String words() {
    if (!applying && !receiving()) {
      return "stopped" + first();
    }
    if (!applying) {
      return "receives but does not apply" + first();
    }
    if (!receiving()) {
      return "applies but does not receive (" + receiver.toLowerCase(Locale.ROOT) + ")" + first();
    }
    var words = new StringBuilder("applies");
    lagS().ifPresent(lag -> words.append(", ").append(lag).append(" s behind"));
    if (delayS > 0) {
      words.append(" (").append(delayS).append(" s on purpose)");
    }
    toApply.ifPresent(
        count -> {
          if (count > 0) {
            words.append(", %,d transactions to apply".formatted(count));
          }
        });
    workers.stream()
        .filter(worker -> worker.applyingUs().orElse(0) >= LONG_US)
        .max(java.util.Comparator.comparingLong(worker -> worker.applyingUs().orElse(0)))
        .ifPresent(
            worker ->
                words
                    .append(
                        worker.id() == 0
                            ? ", it has applied"
                            : ", worker " + worker.id() + " has applied")
                    .append(" one transaction for ")
                    .append(Span.wholeSeconds(worker.applyingUs().orElse(0))));
    return words.toString();
  }

  private String first() {
    return errors().isEmpty() ? "" : ": error " + errors().getFirst().number();
  }

  /// @param where `receiver`, `applier` or `worker 3`
  public record Error(String where, int number, String text) {}

  /// Every error that the channel has; the applier's own only where no worker tells more.
  public List<Error> errors() {
    var errors = new java.util.ArrayList<Error>();
    if (receiverErrorNumber != 0) {
      errors.add(new Error("receiver", receiverErrorNumber, receiverError));
    }
    // With several workers the applier only says that one of them failed; that one says why.
    var failed = workers.stream().filter(worker -> worker.errorNumber() != 0).toList();
    for (ReplicaWorker worker : failed) {
      errors.add(
          new Error(
              worker.id() == 0 ? "applier" : "worker " + worker.id(),
              worker.errorNumber(),
              worker.error()));
    }
    if (applierErrorNumber != 0 && failed.isEmpty()) {
      errors.add(new Error("applier", applierErrorNumber, applierError));
    }
    return errors;
  }
}
