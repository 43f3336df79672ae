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

  /// 5.7 keeps statements in three-byte characters and cuts them at the first that needs four.
  @Override
  String keptOfFourBytes(String sent) {
    return sent.substring(0, sent.indexOf('\ud83d'));
  }
}
