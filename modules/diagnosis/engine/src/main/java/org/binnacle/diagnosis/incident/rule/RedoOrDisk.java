package org.binnacle.diagnosis.incident.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.binnacle.diagnosis.incident.Finding;
import org.binnacle.kernel.Severity;

/// Signs of a disk that is full or too slow.
final class RedoOrDisk implements Rule {
  @Override
  public String id() {
    return "disk.waits";
  }

  @Override
  public Optional<Finding> look(Evidence evidence) {
    var proof = new ArrayList<String>();
    boolean full =
        evidence.sessions().stream()
                .anyMatch(
                    line -> line.low("state").contains("waiting for someone to free some space"))
            || evidence.recorded().grid("server", "error log").lines().stream()
                .anyMatch(
                    line ->
                        line.low("text").contains("disk is full")
                            || line.low("text").contains("no space left"));
    if (full) {
      proof.add("a session or the error log says that the disk is full");
    }
    waits(evidence, "innodb_log_waits", "redo log buffer", proof);
    waits(evidence, "innodb_buffer_pool_wait_free", "a free page of the buffer pool", proof);
    if (proof.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        evidence.finding(
            this,
            full ? Severity.CRITICAL : Severity.WARNING,
            full ? "The disk of the server is full." : "The server waits for its disk.",
            proof,
            full
                ? "Make room at once: purge binary logs that no replica needs, or grow the volume."
                : "See what writes (files in this capture) and what the volume can do."));
  }

  private static void waits(Evidence evidence, String name, String words, List<String> proof) {
    long waits = evidence.delta(name);
    if (waits > 0) {
      proof.add(Evidence.plural(waits, "wait") + " for " + words + " during the capture");
    }
  }
}
