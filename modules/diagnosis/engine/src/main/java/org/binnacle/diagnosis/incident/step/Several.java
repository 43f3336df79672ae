package org.binnacle.diagnosis.incident.step;

import java.util.Optional;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Session;

/// A few questions of one step, of which some may fail: what the others bring stays.
final class Several {
  private final Session session;
  private final Content content;
  private Optional<Fault> first = Optional.empty();
  private boolean answered;

  Several(Session session, Content content) {
    this.session = session;
    this.content = content;
  }

  Several ask(String name, Optional<String> sql) {
    return sql.isPresent() ? ask(name, sql.get()) : this;
  }

  Several ask(String name, String sql) {
    try {
      Grid grid = Ask.grid(session, sql);
      answered = true;
      content.grid(name, grid);
    } catch (Fault fault) {
      if (fault.code().id().startsWith("connect.")) {
        throw fault;
      }
      first = first.or(() -> Optional.of(fault));
      content.note(name + ": " + fault.detail());
    }
    return this;
  }

  /// @throws Fault where nothing was answered at all
  void done() {
    if (!answered && first.isPresent()) {
      throw first.get();
    }
  }
}
