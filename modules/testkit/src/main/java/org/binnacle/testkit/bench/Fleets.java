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
import java.util.stream.IntStream;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.fake.FakeFleetProcess;
import org.binnacle.testkit.junit.TestServers;
import org.binnacle.testkit.server.Launch;

/// Where the thousand instances of a bench live: real servers behind a thousand loopback addresses
/// (one, or as many as `-Dservers=N` says), or a fake fleet in another process.
public interface Fleets extends AutoCloseable {
  /// Where instance i listens.
  int port(int i);

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

  /// MySQL 8.0 on all loopback addresses. With one server all looks of a moment meet on it and see
  /// each other as its clients, so that each of the thousand seems busy; many servers are a fleet.
  final class Real implements Fleets {
    private final List<RunningServer> servers;

    Real(int size) {
      int many = Integer.getInteger("servers", 1);
      servers =
          IntStream.range(0, many)
              .mapToObj(i -> start(2 * Math.ceilDiv(size, many) + 100))
              .toList();
    }

    private static RunningServer start(int connections) {
      return TestServers.start(
          Distribution.MYSQL_8_0,
          Launch.plain()
              .with("--bind-address=*", "--max-connections=" + connections, "--skip-log-bin"));
    }

    @Override
    public int port(int i) {
      return servers.get(i % servers.size()).port();
    }

    @Override
    public String user() {
      return servers.getFirst().user();
    }

    @Override
    public String password() {
      return servers.getFirst().password();
    }

    @Override
    public long sentBytes() throws SQLException {
      long sum = 0;
      for (RunningServer server : servers) {
        try (Connection connection = server.connect();
            Statement statement = connection.createStatement();
            ResultSet row = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Bytes_sent'")) {
          row.next();
          sum += row.getLong(2);
        }
      }
      return sum;
    }

    @Override
    public void become(int from, int to, String mood) {
      throw new UnsupportedOperationException("a real server has no moods");
    }

    @Override
    public void close() {
      servers.forEach(RunningServer::close);
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
    public int port(int i) {
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
