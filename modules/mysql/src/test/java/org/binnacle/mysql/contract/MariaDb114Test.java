package org.binnacle.mysql.contract;

import org.binnacle.testkit.Distribution;

final class MariaDb114Test extends FlavourContract {
  @Override
  Distribution distribution() {
    return Distribution.MARIADB_11_4;
  }

  @Override
  String flavour() {
    return "MariaDB 11.4";
  }
}
