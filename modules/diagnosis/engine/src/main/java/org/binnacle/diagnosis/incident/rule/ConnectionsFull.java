package org.binnacle.diagnosis.incident.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.binnacle.diagnosis.incident.Finding;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.kernel.Severity;

/// The server is out of connections, or nearly, and why.
final class ConnectionsFull implements Rule {
  @Override
  public String id() {
    return "connections.full";
  }

  @Override
  public Optional<Finding> look(Evidence evidence) {
    Optional<Grid.Line> load =
        evidence.recorded().grid("sessions", "load").lines().stream().findFirst();
    long connected =
        load.map(line -> line.number("connected", 0))
            .filter(n -> n > 0)
            .orElseGet(() -> evidence.status("threads_connected").orElse(0));
    long max = load.map(line -> line.number("max_connections", 0)).orElse(0L);
    long refused = evidence.delta("connection_errors_max_connections");
    if (max <= 0 || (connected < 0.85 * max && refused == 0)) {
      return Optional.empty();
    }
    boolean full = connected >= max || refused > 0;
    var proof = new ArrayList<String>();
    proof.add(connected + " of " + max + " connections are taken");
    if (refused > 0) {
      proof.add(Evidence.plural(refused, "connection") + " refused during the capture");
    }
    OptionalLong everRefused = evidence.status("connection_errors_max_connections");
    if (everRefused.orElse(0) > 0) {
      proof.add(everRefused.getAsLong() + " refused since the server started");
    }
    most(evidence, "user").ifPresent(proof::add);
    most(evidence, "host").ifPresent(proof::add);
    return Optional.of(
        evidence.finding(
            this,
            full ? Severity.CRITICAL : Severity.WARNING,
            "Connections are %s (%d of %d) because %s."
                .formatted(full ? "exhausted" : "nearly exhausted", connected, max, why(evidence)),
            proof,
            next(evidence)));
  }

  private static String why(Evidence evidence) {
    long waiting = evidence.tree().stream().filter(line -> line.number("depth", 0) > 0).count();
    List<Grid.Line> sessions = evidence.sessions();
    long active = sessions.stream().filter(line -> line.text("kind").equals("active")).count();
    long sleeping = sessions.stream().filter(line -> line.text("kind").equals("sleeping")).count();
    if (waiting > 0 && waiting * 4 >= sessions.size()) {
      return Evidence.plural(waiting, "session") + " pile up behind a lock";
    }
    if (sleeping > active) {
      return Evidence.plural(sleeping, "session")
          + " only sleep: a pool is larger than the server allows, or connections are not closed";
    }
    return Evidence.plural(active, "session") + " run statements at the same time";
  }

  private static String next(Evidence evidence) {
    boolean locked = !Piles.roots(evidence).isEmpty();
    return locked
        ? "Resolve the lock pile first; connections come back with it."
        : "Make the pools of the application smaller or max_connections larger (SET GLOBAL"
            + " max_connections = ...; mind the memory), and end sleepers that nobody needs.";
  }

  private static Optional<String> most(Evidence evidence, String column) {
    Map<String, Integer> counts = new HashMap<>();
    evidence.sessions().stream()
        .map(line -> line.text(column))
        .filter(text -> !text.isEmpty())
        .forEach(text -> counts.merge(text, 1, Integer::sum));
    return counts.entrySet().stream()
        .max(Comparator.comparingInt(Map.Entry::getValue))
        .map(entry -> "most by " + column + ": " + entry.getKey() + " with " + entry.getValue());
  }
}
