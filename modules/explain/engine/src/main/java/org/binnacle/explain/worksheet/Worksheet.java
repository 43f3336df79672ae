package org.binnacle.explain.worksheet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.sql.Statement;
import org.jspecify.annotations.Nullable;

/// One worksheet: it keeps a session with each instance from run to run (variables, temporary
/// tables and transactions live on while arming and time limit stay the same) and the results of
/// its last run. One run at a time. Methods are safe for every thread; {@link #start} and {@link
/// #close} return at once.
public final class Worksheet implements AutoCloseable {
  private final Worksheets worksheets;
  private final Path folder;
  private final Map<String, Lane> lanes = new HashMap<>();
  private @Nullable SheetRun last;
  private boolean closed;

  Worksheet(Worksheets worksheets, Path folder) {
    this.worksheets = worksheets;
    this.folder = folder;
  }

  /// Starts a run; the results of the one before are let go of.
  ///
  /// @param onChange called on threads of ours, as often as something begins or ends and at last
  ///   when the run is over; not for each row: a screen looks at {@link Result#rows()} by itself
  /// @throws Fault with {@link WorksheetFaults#BUSY} where the last run is not over, {@link
  ///   WorksheetFaults#EMPTY} where there is no statement
  public synchronized SheetRun start(RunRequest request, Runnable onChange) {
    SheetRun before = last;
    if (closed) {
      throw new Fault(WorksheetFaults.CLOSED, "");
    }
    if (before != null && !before.over()) {
      throw new Fault(WorksheetFaults.BUSY, "");
    }
    List<Statement> statements = Worksheets.statements(request.script());
    if (statements.isEmpty()) {
      throw new Fault(WorksheetFaults.EMPTY, "");
    }
    var open = new ArrayList<Lane>();
    for (InstanceRef instance : request.instances()) {
      open.add(lanes.computeIfAbsent(instance.id(), id -> worksheets.lane(instance)));
    }
    if (before != null) {
      before.close();
    }
    var run = new SheetRun(request, statements, folder, onChange);
    last = run;
    var _ =
        Thread.ofVirtual()
            .name("binnacle-worksheet")
            .start(
                () -> {
                  Fault fault = null;
                  try {
                    worksheets.run(open, request, run.reception(), run.cancelled());
                  } catch (RuntimeException e) {
                    fault = Fault.of(e);
                  }
                  over(run, fault);
                });
    return run;
  }

  private void over(SheetRun run, @Nullable Fault fault) {
    boolean late;
    synchronized (this) {
      late = closed;
    }
    run.ended(fault);
    if (late) {
      free();
    }
  }

  /// The last run.
  public synchronized java.util.Optional<SheetRun> last() {
    return java.util.Optional.ofNullable(last);
  }

  private synchronized void free() {
    lanes.values().forEach(Lane::close);
    lanes.clear();
    SheetRun run = last;
    if (run != null) {
      run.close();
    }
  }

  /// Cancels what runs, ends the sessions (open transactions are rolled back by the servers) and
  /// lets go of the results.
  @Override
  public void close() {
    SheetRun run;
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      run = last;
    }
    if (run != null && !run.over()) {
      run.cancel();
    } else {
      var _ = Thread.ofVirtual().name("binnacle-worksheet-close").start(this::free);
    }
  }
}
