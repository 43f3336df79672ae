package org.binnacle.testkit.demo;

import java.sql.Connection;
import java.sql.SQLException;

/// A report that ranks orders by comparing each with all others: no index helps it, and it burns a
/// core for seconds.
record SlowReport(Pace pace) implements Behaviour {
  private static final int ROWS = 800;

  @Override
  public void act(Connection connection) throws SQLException, InterruptedException {
    Behaviour.pause(pace.slowQuery());
    int first = Behaviour.pick(ShopData.ORDERS - ROWS);
    Behaviour.run(
        connection,
        "SELECT o.id, o.total, (SELECT COUNT(*) FROM orders b WHERE b.total > o.total AND b.note <>"
            + " o.note) AS better FROM orders o WHERE o.id BETWEEN "
            + first
            + " AND "
            + (first + ROWS)
            + " ORDER BY better LIMIT 20");
  }
}
