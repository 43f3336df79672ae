package org.binnacle.mysql.flavour;

import org.binnacle.mysql.Version;

/// MariaDB 11.4, the long-term release.
public final class MariaDb114 implements MariaDb {

  @Override
  public String name() {
    return "MariaDB 11.4";
  }

  @Override
  public Version line() {
    return new Version(11, 4, 0);
  }
}
