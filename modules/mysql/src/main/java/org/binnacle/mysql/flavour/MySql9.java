package org.binnacle.mysql.flavour;

import org.binnacle.mysql.Version;

/// MySQL 9, all its innovation releases.
public final class MySql9 implements ModernMySql {

  @Override
  public String name() {
    return "MySQL 9";
  }

  @Override
  public Version line() {
    return new Version(9, 0, 0);
  }

  @Override
  public boolean speaksTo(String version, String comment) {
    return !version.contains("MariaDB") && Version.of(version).major() == 9;
  }
}
