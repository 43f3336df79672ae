package org.binnacle.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

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

  @Test
  void testsOfOneJvmShareOneServer() {
    RunningServer first = TestServers.shared(Distribution.MYSQL_8_0);
    assertThat(TestServers.shared(Distribution.MYSQL_8_0)).isSameAs(first);
  }
}
