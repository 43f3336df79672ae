package org.binnacle.mysql.flavour;

import org.binnacle.mysql.Version;

/// MySQL 8.0, from 8.0.22 on.
public final class MySql80 implements ModernMySql {

  @Override
  public String name() {
    return "MySQL 8.0";
  }

  @Override
  public Version line() {
    return new Version(8, 0, 22);
  }

  @Override
  public boolean speaksTo(String version, String comment) {
    return MySqlSession.sameLine(this, version) && Version.of(version).atLeast(8, 0, 22);
  }
}
