package org.binnacle.diagnosis.incident.rule;

import java.util.ArrayList;
import java.util.Optional;
import org.binnacle.diagnosis.incident.Finding;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.kernel.Severity;

/// A replication channel that does not run, with its error.
final class ReplicaStopped implements Rule {
  @Override
  public String id() {
    return "replication.stopped";
  }

  @Override
  public Optional<Finding> look(Evidence evidence) {
    return evidence.channels().stream()
        .filter(ReplicaStopped::stopped)
        .findFirst()
        .map(channel -> finding(evidence, channel));
  }

  private static boolean stopped(Grid.Line channel) {
    return !io(channel).equalsIgnoreCase("Yes") || !sql(channel).equalsIgnoreCase("Yes");
  }

  static String io(Grid.Line channel) {
    return either(channel, "Replica_IO_Running", "Slave_IO_Running");
  }

  static String sql(Grid.Line channel) {
    return either(channel, "Replica_SQL_Running", "Slave_SQL_Running");
  }

  static String either(Grid.Line line, String today, String before) {
    return line.text(today).isEmpty() ? line.text(before) : line.text(today);
  }

  private Finding finding(Evidence evidence, Grid.Line channel) {
    String sqlError = channel.text("Last_SQL_Error");
    String ioError = channel.text("Last_IO_Error");
    String number =
        sqlError.isEmpty() ? channel.text("Last_IO_Errno") : channel.text("Last_SQL_Errno");
    String error = sqlError.isEmpty() ? ioError : sqlError;
    var proof = new ArrayList<String>();
    proof.add("receiver: " + io(channel) + ", applier: " + sql(channel));
    proof.add(
        "source: "
            + either(channel, "Source_Host", "Master_Host")
            + ":"
            + either(channel, "Source_Port", "Master_Port"));
    if (!error.isEmpty()) {
      proof.add(number + ": " + Evidence.sql(error));
    }
    boolean byHand = error.isEmpty();
    return evidence.finding(
        this,
        Severity.CRITICAL,
        byHand
            ? "Replication is stopped, without an error: somebody stopped it, or never started it."
            : "Replication has stopped with error " + number + ": " + Meaning.of(number) + ".",
        proof,
        byHand
            ? "START REPLICA (START SLAVE on older servers) once it is known why it was stopped."
            : "Do not skip the event before the rows are compared with the source's.");
  }

  /// What the errors that stop replication mean.
  static final class Meaning {
    private Meaning() {}

    static String of(String number) {
      return switch (number) {
        case "1032" -> "a row to change or delete is not on the replica; the data have drifted";
        case "1062" -> "a row to insert is there already; somebody wrote to the replica";
        case "1146" -> "a table is missing on the replica";
        case "1236" -> "the source has purged the binary logs that the replica needs";
        case "1396" -> "an account to change does not exist, or exists already";
        case "1594" -> "the relay log is damaged";
        case "2003", "2005" -> "the source cannot be reached";
        case "1045" -> "the source refuses the replication account";
        case "13121" -> "the relay log cannot be read";
        case "1837", "1756", "13146" -> "the definitions of a table differ";
        default -> "see the server's words below";
      };
    }
  }
}
