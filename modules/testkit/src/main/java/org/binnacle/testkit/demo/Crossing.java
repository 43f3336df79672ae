package org.binnacle.testkit.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Two jobs that lock the same two rows in opposite order: each meeting is a deadlock.
final class Crossing {
  private static final int LEFT = 3;
  private static final int RIGHT = 4;

  private final Pace pace;
  private final CyclicBarrier meeting = new CyclicBarrier(2);

  Crossing(Pace pace) {
    this.pace = pace;
  }

  Behaviour one() {
    return connection -> act(connection, LEFT, RIGHT);
  }

  Behaviour other() {
    return connection -> act(connection, RIGHT, LEFT);
  }

  private void act(Connection connection, int first, int second)
      throws SQLException, InterruptedException {
    Behaviour.pause(pace.deadlock());
    connection.setAutoCommit(false);
    change(connection, first);
    meet();
    change(connection, second);
    connection.commit();
    connection.setAutoCommit(true);
  }

  /// Where the other does not come (it was killed), this one goes on alone.
  private void meet() throws InterruptedException {
    try {
      meeting.await(
          pace.deadlock().toMillis() + Duration.ofSeconds(1).toMillis(), TimeUnit.MILLISECONDS);
    } catch (BrokenBarrierException | TimeoutException e) {
      meeting.reset();
    }
  }

  private static void change(Connection connection, int product) throws SQLException {
    Behaviour.run(
        connection,
        "UPDATE stock SET on_hand = on_hand + 1, changed_at = NOW(3) WHERE product_id = "
            + product);
  }
}
