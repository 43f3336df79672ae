package org.binnacle.mysql.contract;

import org.binnacle.testkit.Distribution;

final class MySql57Test extends FlavourContract {
  @Override
  Distribution distribution() {
    return Distribution.MYSQL_5_7;
  }

  @Override
  String flavour() {
    return "MySQL 5.7";
  }
}
