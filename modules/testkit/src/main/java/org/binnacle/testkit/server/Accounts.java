package org.binnacle.testkit.server;

import java.util.List;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.Installation;

/// The one account that each of our servers begins with. Its password is no secret: these servers
/// listen on 127.0.0.1 only and hold nothing of value.
public final class Accounts {
  public static final String USER = "root";
  public static final String PASSWORD = "lubber-line";

  private Accounts() {}

  /// Statements for the init file, one a line.
  static List<String> sql(Installation installation) {
    if (installation.mariadb()) {
      return List.of(
          "DELETE FROM mysql.global_priv WHERE User = 'root' AND Host <> 'localhost';",
          "FLUSH PRIVILEGES;",
          "CREATE OR REPLACE USER 'root'@'%' IDENTIFIED BY '" + PASSWORD + "';",
          "GRANT ALL ON *.* TO 'root'@'%' WITH GRANT OPTION;",
          "SET PASSWORD FOR 'root'@'localhost' = PASSWORD('" + PASSWORD + "');");
    }
    if (installation.distribution() == Distribution.MYSQL_5_7) {
      return List.of(
          "CREATE USER 'root'@'%' IDENTIFIED BY '" + PASSWORD + "';",
          "GRANT ALL ON *.* TO 'root'@'%' WITH GRANT OPTION;",
          "GRANT PROXY ON ''@'' TO 'root'@'%' WITH GRANT OPTION;",
          "ALTER USER 'root'@'localhost' IDENTIFIED BY '" + PASSWORD + "';");
    }
    return List.of(
        "CREATE USER 'root'@'%' IDENTIFIED BY '" + PASSWORD + "';",
        "GRANT ALL ON *.* TO 'root'@'%' WITH GRANT OPTION;",
        "ALTER USER 'root'@'localhost' IDENTIFIED BY '" + PASSWORD + "';");
  }
}
