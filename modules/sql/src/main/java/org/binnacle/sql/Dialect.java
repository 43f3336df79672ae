package org.binnacle.sql;

/// Whose words are keywords.
public enum Dialect {
  MYSQL,
  MARIADB
}
