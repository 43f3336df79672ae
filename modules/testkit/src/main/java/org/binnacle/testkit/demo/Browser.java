package org.binnacle.testkit.demo;

import java.sql.Connection;
import java.sql.SQLException;

/// Reads of the kind that go to replicas.
record Browser(Pace pace) implements Behaviour {

  @Override
  public void act(Connection connection) throws SQLException, InterruptedException {
    Behaviour.run(
        connection,
        "SELECT id, title, price FROM products WHERE category = 'deck' ORDER BY price LIMIT 20 OFFSET "
            + Behaviour.pick(60));
    Behaviour.pause(pace.think());
    Behaviour.run(
        connection,
        "SELECT p.title, SUM(i.quantity) AS sold FROM order_items i JOIN products p ON p.id ="
            + " i.product_id WHERE i.product_id = "
            + Behaviour.pick(ShopData.PRODUCTS)
            + " GROUP BY p.title");
    Behaviour.pause(pace.think());
  }
}
