package org.binnacle.diagnosis.view.locks;

import java.util.Optional;
import java.util.Set;
import javafx.beans.value.ChangeListener;
import org.binnacle.diagnosis.view.instance.Point;
import org.binnacle.diagnosis.view.instance.ViewHead;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.kernel.Severity;

/// The session that another view has pointed at: selected once its line is shown, which is after
/// the look was sorted.
final class WantedSession implements AutoCloseable {
  private final LiveTable<LockLine, LockLine.Key> table;
  private final ViewHead head;
  private final ChangeListener<String> placed = (seen, was, is) -> select();
  private Optional<Point> wanted = Optional.empty();
  private int missed;

  WantedSession(LiveTable<LockLine, LockLine.Key> table, ViewHead head) {
    this.table = table;
    this.head = head;
    table.summary().addListener(placed);
  }

  void is(Point at) {
    wanted = Optional.of(at);
    missed = 0;
    select();
  }

  private void select() {
    wanted.ifPresent(
        at ->
            table.shown().stream()
                .filter(line -> line.instance().id().equals(at.instance().id()))
                .filter(line -> line.node().who().connectionId() == at.connectionId())
                .findFirst()
                .ifPresent(
                    line -> {
                      wanted = Optional.empty();
                      table.select(Set.of(line.key()));
                    }));
  }

  /// After each look: told once a second one has not found it either.
  void looked() {
    if (wanted.isPresent() && ++missed > 1) {
      head.say(
          Severity.NOTICE,
          "Session %d waits for no lock now, and nobody waits for it."
              .formatted(wanted.get().connectionId()));
      wanted = Optional.empty();
    }
  }

  @Override
  public void close() {
    table.summary().removeListener(placed);
  }
}
