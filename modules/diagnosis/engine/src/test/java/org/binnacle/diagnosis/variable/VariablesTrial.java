package org.binnacle.diagnosis.variable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.TreeSet;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestServers;
import org.binnacle.testkit.server.Launch;

/// Makes the lists of {@link ReadOnlyVariables}: tries SET GLOBAL on throw-away servers, with the
/// value that a variable has, and notes whom the server calls read-only (error 1238).
///
/// Arguments: the folder of the lists, then distributions such as `MYSQL_8_0`.
public final class VariablesTrial {
  private static final int READ_ONLY = 1238;

  private VariablesTrial() {}

  public static void main(String[] arguments) throws IOException, SQLException {
    Path folder = Path.of(arguments[0]);
    for (int i = 1; i < arguments.length; i++) {
      Distribution distribution = Distribution.valueOf(arguments[i]);
      String line =
          switch (distribution) {
            case MYSQL_5_7 -> "5.7";
            case MYSQL_8_0 -> "8";
            case MYSQL_9 -> "9";
            case MARIADB_10_11, MARIADB_11_4 ->
                throw new IllegalArgumentException("MariaDB tells it itself");
          };
      try (RunningServer server = TestServers.start(distribution, Launch.plain());
          Connection connection = server.connect()) {
        Files.writeString(folder.resolve("mysql-" + line + ".txt"), tried(connection));
      }
    }
  }

  private static String tried(Connection connection) throws SQLException {
    var names = new ArrayList<String>();
    var lines = new TreeSet<String>();
    String version;
    try (Statement statement = connection.createStatement()) {
      try (ResultSet row = statement.executeQuery("SELECT VERSION()")) {
        row.next();
        version = row.getString(1);
      }
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT LOWER(VARIABLE_NAME) FROM performance_schema.global_variables")) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      }
    }
    for (String name : names) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET GLOBAL " + name + " = @@GLOBAL." + name);
        lines.add(name);
      } catch (SQLException refused) {
        // Another refusal (a value that may not be set again) still means that it may be set.
        lines.add(refused.getErrorCode() == READ_ONLY ? "-" + name : name);
      }
    }
    return "# Made by VariablesTrial on MySQL "
        + version
        + ": a dash stands before what SET GLOBAL may not change.\n"
        + String.join("\n", lines)
        + "\n";
  }
}
