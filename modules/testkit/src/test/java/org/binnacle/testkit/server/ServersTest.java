package org.binnacle.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestAccount;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("server")
class ServersTest {
  @Test
  void aServerOfOnesOwnTakesOptionsAndLeavesNoProcessAndNoFolder() throws SQLException {
    Path data;
    long pid;
    try (RunningServer server =
        TestServers.start(Distribution.MYSQL_8_0, Launch.plain().with("--max-connections=7"))) {
      data = server.dataDir();
      pid = server.pid();
      assertThat(server.version()).startsWith("8.0.33");
      try (var connection = server.connect();
          var statement = connection.createStatement();
          var rows = statement.executeQuery("SELECT @@max_connections, @@bind_address")) {
        rows.next();
        assertThat(rows.getInt(1)).isEqualTo(7);
        assertThat(rows.getString(2)).isEqualTo("127.0.0.1");
      }
    }
    assertThat(ProcessHandle.of(pid)).isEmpty();
    assertThat(data).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource
  void eachDistributionThatCanBeHadStartsAndIsReachedByItsAccountOnly(Distribution distribution)
      throws SQLException {
    RunningServer server = TestServers.shared(distribution);
    try (var schema = TestSchema.on(server);
        var account = TestAccount.on(server, "SELECT ON " + schema.name() + ".*");
        var connection = account.connect("")) {
      schema.run("CREATE TABLE t (id INT PRIMARY KEY)", "INSERT INTO t VALUES (1), (2)");
      try (var rows =
          connection
              .createStatement()
              .executeQuery("SELECT COUNT(*), @@version FROM " + schema.name() + ".t")) {
        rows.next();
        assertThat(rows.getInt(1)).isEqualTo(2);
        assertThat(rows.getString(2)).isEqualTo(server.version());
      }
    }
    assertThatThrownBy(
            () ->
                DriverManager.getConnection(
                    "jdbc:mysql://127.0.0.1:" + server.port() + "/?sslMode=DISABLED",
                    server.user(),
                    ""))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void testsOfOneJvmShareOneServer() {
    RunningServer first = TestServers.shared(Distribution.MYSQL_8_0);
    assertThat(TestServers.shared(Distribution.MYSQL_8_0)).isSameAs(first);
  }
}
