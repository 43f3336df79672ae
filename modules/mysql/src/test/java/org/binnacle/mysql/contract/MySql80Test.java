package org.binnacle.mysql.contract;

import org.binnacle.testkit.Distribution;

final class MySql80Test extends FlavourContract {
  @Override
  Distribution distribution() {
    return Distribution.MYSQL_8_0;
  }

  @Override
  String flavour() {
    return "MySQL 8.0";
  }
}
