package org.binnacle.testkit.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/// A visitor who looks around and buys now and then.
record Shopper(Pace pace) implements Behaviour {

  @Override
  public void act(Connection connection) throws SQLException, InterruptedException {
    int customer = Behaviour.pick(ShopData.CUSTOMERS);
    int product = 20 + Behaviour.pick(ShopData.PRODUCTS - 20);
    Behaviour.run(
        connection,
        "SELECT p.id, p.title, p.price, s.on_hand FROM products p JOIN stock s ON s.product_id = p.id"
            + " WHERE p.id = "
            + product);
    Behaviour.pause(pace.think());
    if (Behaviour.pick(4) == 1) {
      buy(connection, customer, product);
    } else {
      Behaviour.run(
          connection,
          "SELECT o.id, o.status, o.total FROM orders o WHERE o.customer_id = "
              + customer
              + " ORDER BY o.created_at DESC LIMIT 10");
    }
    Behaviour.pause(pace.think());
  }

  private static void buy(Connection connection, int customer, int product)
      throws SQLException, InterruptedException {
    connection.setAutoCommit(false);
    Behaviour.run(
        connection,
        "INSERT INTO orders (customer_id, status, total, created_at) VALUES ("
            + customer
            + ", 'new', "
            + Behaviour.pick(500)
            + ", NOW(3))");
    Behaviour.run(
        connection,
        "INSERT INTO order_items (order_id, line, product_id, quantity, price) VALUES"
            + " (LAST_INSERT_ID(), 1, "
            + product
            + ", 1, 19.90)");
    Behaviour.run(
        connection,
        "UPDATE stock SET on_hand = on_hand - 1, changed_at = NOW(3) WHERE product_id = "
            + product);
    Behaviour.pause(Duration.ofMillis(60));
    Behaviour.run(
        connection,
        "INSERT INTO payments (order_id, method, amount, paid_at) VALUES (LAST_INSERT_ID(), 'card',"
            + " 19.90, NOW(3))");
    connection.commit();
    connection.setAutoCommit(true);
  }
}
