package org.binnacle.testkit;

/// The server builds that this project can fetch and start by itself.
public enum Distribution {
  MYSQL_8_0,
  MYSQL_9,
  MYSQL_5_7,
  MARIADB_11_4,
  MARIADB_10_11
}
