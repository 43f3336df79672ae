package org.binnacle.testkit.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.fake.FakeFleetProcess;
import org.binnacle.testkit.junit.TestServers;
import org.binnacle.testkit.server.Launch;

/// Where the thousand instances of a bench live: one real server behind a thousand loopback
/// addresses, or a fake fleet in another process.
public interface Fleets extends AutoCloseable {
  int port();

  String user();

  String password();

  /// Bytes that the servers have sent so far.
  long sentBytes() throws Exception;

  /// Changes how nodes behave, where they can.
  void become(int from, int to, String mood) throws Exception;

  @Override
  void close();

  static Fleets of(String kind, int size) throws IOException {
    return kind.equals("real") ? new Real(size) : new Fake(size);
  }

  /// One MySQL 8.0 on all loopback addresses.
  final class Real implements Fleets {
    private final RunningServer server;

    Real(int size) {
      server =
          TestServers.start(
              Distribution.MYSQL_8_0,
              Launch.plain()
                  .with(
                      "--bind-address=*",
                      "--max-connections=" + (2 * size + 100),
                      "--skip-log-bin"));
    }

    @Override
    public int port() {
      return server.port();
    }

    @Override
    public String user() {
      return server.user();
    }

    @Override
    public String password() {
      return server.password();
    }

    @Override
    public long sentBytes() throws SQLException {
      try (Connection connection = server.connect();
          Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Bytes_sent'")) {
        row.next();
        return row.getLong(2);
      }
    }

    @Override
    public void become(int from, int to, String mood) {
      throw new UnsupportedOperationException("a real server has no moods");
    }

    @Override
    public void close() {
      server.close();
    }
  }

  /// See {@link FakeFleetProcess}.
  final class Fake implements Fleets {
    private final Process process;
    private final PrintWriter to;
    private final BufferedReader from;
    private final int port;

    Fake(int size) throws IOException {
      process =
          new ProcessBuilder(
                  List.of(
                      System.getProperty("java.home") + "/bin/java",
                      "-cp",
                      System.getProperty("java.class.path"),
                      FakeFleetProcess.class.getName(),
                      String.valueOf(size)))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      to = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
      from = process.inputReader(StandardCharsets.UTF_8);
      port = Integer.parseInt(from.readLine());
    }

    private String ask(String line) throws IOException {
      to.println(line);
      return from.readLine();
    }

    @Override
    public int port() {
      return port;
    }

    @Override
    public String user() {
      return "fake";
    }

    @Override
    public String password() {
      return "";
    }

    @Override
    public long sentBytes() throws IOException {
      return Long.parseLong(ask("sent"));
    }

    @Override
    public void become(int first, int last, String mood) throws IOException {
      ask(first + "-" + last + " " + mood);
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }
}
