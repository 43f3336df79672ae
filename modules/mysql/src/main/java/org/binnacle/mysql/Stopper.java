package org.binnacle.mysql;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends the statement that a session runs from other threads: KILL QUERY on a short connection of
/// its own, at most once. Open it before the statement, close it after: once closed nothing is
/// killed any more, so that no later statement of the session can be hit.
public final class Stopper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Stopper.class);
  private final Connections connections;
  private final Session session;
  private final CountDownLatch over = new CountDownLatch(1);
  private boolean closed;
  private boolean stopped;
  private boolean late;

  private Stopper(Connections connections, Session session) {
    this.connections = connections;
    this.session = session;
  }

  /// @param cancel ends the statement when it is asked
  /// @param limit ends the statement when it has run that long
  public static Stopper of(
      Connections connections, Session session, Cancel cancel, Duration limit) {
    var stopper = new Stopper(connections, session);
    cancel.onAsk(stopper::stop);
    var _ =
        Thread.ofVirtual()
            .name("binnacle-limit-" + session.connectionId())
            .start(() -> stopper.after(limit));
    return stopper;
  }

  private void after(Duration limit) {
    try {
      if (!over.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        synchronized (this) {
          late = !stopped && !closed;
        }
        stop();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// From any thread. Where the kill itself fails, the session is cut off.
  public synchronized void stop() {
    if (closed || stopped) {
      return;
    }
    stopped = true;
    try (Session killer = connections.vital(session.server(), "kill", Bounds.action(), false)) {
      killer.execute("KILL QUERY " + session.connectionId());
    } catch (Fault fault) {
      if (!fault.code().equals(SqlFaults.NO_SUCH_THREAD)) {
        LOG.info("KILL QUERY {} failed, the connection is cut", session.connectionId(), fault);
        session.abort();
      }
    }
  }

  /// Whether the statement was told to end.
  public synchronized boolean stopped() {
    return stopped;
  }

  /// Whether it was told to end because its time was up.
  public synchronized boolean late() {
    return late;
  }

  @Override
  public void close() {
    over.countDown();
    synchronized (this) {
      closed = true;
    }
  }
}
