package org.binnacle.mysql.flavour;

import org.binnacle.mysql.Version;

/// MySQL 8.4, from 8.4.0 on.
public final class MySql84 implements ModernMySql {

  @Override
  public String name() {
    return "MySQL 8.4";
  }

  @Override
  public Version line() {
    return new Version(8, 4, 0);
  }
}
