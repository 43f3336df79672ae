package org.binnacle.mysql.flavour;

import org.binnacle.mysql.Version;

/// MariaDB 10.11, the long-term release.
public final class MariaDb1011 implements MariaDb {

  @Override
  public String name() {
    return "MariaDB 10.11";
  }

  @Override
  public Version line() {
    return new Version(10, 11, 0);
  }
}
