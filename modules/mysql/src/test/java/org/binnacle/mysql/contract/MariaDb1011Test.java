package org.binnacle.mysql.contract;

import org.binnacle.testkit.Distribution;

final class MariaDb1011Test extends FlavourContract {
  @Override
  Distribution distribution() {
    return Distribution.MARIADB_10_11;
  }

  @Override
  String flavour() {
    return "MariaDB 10.11";
  }
}
