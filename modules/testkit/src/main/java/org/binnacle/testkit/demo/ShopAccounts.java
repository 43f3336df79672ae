package org.binnacle.testkit.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The accounts of the demo. Their passwords are no secret: the fleet listens on 127.0.0.1 only and
/// holds made-up data.
final class ShopAccounts {
  static final String BINNACLE = "binnacle";
  static final String PASSWORD = "demo-harbour";
  static final List<String> APPLICATIONS =
      List.of("shop_web", "shop_api", "shop_jobs", "shop_support", "reporting");

  private ShopAccounts() {}

  static List<String> sql() {
    var all = new ArrayList<String>();
    all.add(create(BINNACLE));
    Stream.of(
            "PROCESS, REPLICATION CLIENT, REPLICATION SLAVE, CONNECTION_ADMIN ON *.*",
            "SELECT ON performance_schema.*",
            "SELECT, EXECUTE ON sys.*",
            "SELECT, SHOW VIEW ON shop.*")
        .forEach(what -> all.add("GRANT " + what + " TO '" + BINNACLE + "'@'%'"));
    for (String user : APPLICATIONS) {
      all.add(create(user));
      String what = user.equals("reporting") ? "SELECT" : "SELECT, INSERT, UPDATE, DELETE";
      all.add("GRANT " + what + " ON shop.* TO '" + user + "'@'%'");
    }
    return all;
  }

  private static String create(String user) {
    return "CREATE USER '" + user + "'@'%' IDENTIFIED BY '" + PASSWORD + "'";
  }
}
