package org.binnacle.mysql.contract;

import org.binnacle.testkit.Distribution;

final class MySql9Test extends FlavourContract {
  @Override
  Distribution distribution() {
    return Distribution.MYSQL_9;
  }

  @Override
  String flavour() {
    return "MySQL 9";
  }
}
