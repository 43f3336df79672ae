package org.binnacle.diagnosis.incident.step;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.binnacle.diagnosis.session.ProcessRow;

/// What steps of one capture of one instance tell each other. Safe for several threads.
public final class Context {
  private final CompletableFuture<List<ProcessRow>> sessions = new CompletableFuture<>();
  private final Set<Table> tables = new LinkedHashSet<>();

  /// @param schema and name as they are, without quotes
  public record Table(String schema, String name) {}

  void sessions(List<ProcessRow> seen) {
    sessions.complete(seen);
  }

  /// The sessions of the first look; none where it has not come after a while.
  List<ProcessRow> sessions(long patienceMs) {
    try {
      return sessions.get(patienceMs, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    } catch (ExecutionException | TimeoutException e) {
      return List.of();
    }
  }

  synchronized void table(String schema, String name) {
    if (!schema.isEmpty() && !name.isEmpty()) {
      tables.add(new Table(schema, name));
    }
  }

  synchronized List<Table> tables() {
    return List.copyOf(tables);
  }
}
