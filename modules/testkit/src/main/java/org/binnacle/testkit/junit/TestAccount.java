package org.binnacle.testkit.junit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.binnacle.testkit.RunningServer;

/// An account of one test with just the privileges that the test names; dropped with it.
public final class TestAccount implements AutoCloseable {
  private final RunningServer server;
  private final String user;
  private final String password = "p-" + UUID.randomUUID();

  private TestAccount(RunningServer server, String user) {
    this.server = server;
    this.user = user;
  }

  /// @param privileges what stands between GRANT and TO, such as `PROCESS ON *.*`; none for an
  ///   account that may only log in
  public static TestAccount on(RunningServer server, String... privileges) throws SQLException {
    var account = new TestAccount(server, "u_" + UUID.randomUUID().toString().substring(0, 8));
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE USER " + account.name() + " IDENTIFIED BY '" + account.password + "'");
      for (String privilege : privileges) {
        statement.execute("GRANT " + privilege + " TO " + account.name());
      }
    }
    return account;
  }

  /// In the form of a GRANT: `'user'@'%'`.
  public String name() {
    return "'" + user + "'@'%'";
  }

  public String user() {
    return user;
  }

  public String password() {
    return password;
  }

  /// @param options driver options after the `?`, such as `sslMode=REQUIRED`; empty for a plain
  ///   connection
  public Connection connect(String options) throws SQLException {
    String url =
        "jdbc:mysql://"
            + server.host()
            + ":"
            + server.port()
            + "/?"
            + (options.isEmpty() ? "sslMode=DISABLED&allowPublicKeyRetrieval=true" : options);
    return DriverManager.getConnection(url, user, password);
  }

  @Override
  public void close() throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP USER " + name());
    }
  }
}
