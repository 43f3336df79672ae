package org.binnacle.diagnosis.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Secret;
import org.binnacle.mysql.Secrets;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Tls;
import org.binnacle.mysql.pool.PooledConnections;
import org.binnacle.testkit.RunningServer;

/// What our own statements cost a server: CPU time of all statements of an account of our own, by
/// performance_schema (consumer events_statements_cpu, MySQL 8.0.28 and later), on MariaDB by
/// USER_STATISTICS (it must run with `--userstat=1`), which tells no single statements.
final class Meter implements AutoCloseable {
  static final String USER = "meter";
  private static final String PASSWORD = "weak-Pass-9";

  private final Connection connection;
  private final boolean mariaDb;

  /// @param cpu of all statements so far
  /// @param statements how many there were
  record Reading(Duration cpu, long statements) {
    Reading since(Reading before) {
      return new Reading(cpu.minus(before.cpu), statements - before.statements);
    }

    double cpuMs() {
      return cpu.toNanos() / 1e6;
    }
  }

  /// @param running has no such account yet
  Meter(RunningServer running) throws SQLException {
    connection = running.connect();
    mariaDb = text("SELECT VERSION()").contains("MariaDB");
    if (!mariaDb) {
      run(
          "UPDATE performance_schema.setup_consumers SET ENABLED='YES'"
              + " WHERE NAME='events_statements_cpu'");
    }
    run("CREATE USER IF NOT EXISTS '" + USER + "'@'%' IDENTIFIED BY '" + PASSWORD + "'");
    // EXPLAIN FOR CONNECTION of others needs all of them.
    run("GRANT ALL ON *.* TO '" + USER + "'@'%'");
  }

  static Server server(RunningServer running) {
    var ref =
        new InstanceRef(
            "bench",
            "bench",
            running.host() + ":" + running.port(),
            "test",
            "grey",
            Safety.RELAXED,
            "");
    return new Server(
        ref,
        running.host(),
        running.port(),
        USER,
        new Tls(Tls.Mode.PREFERRED, Optional.empty(), true),
        Optional.empty());
  }

  static Connections connections() {
    return new PooledConnections(
        new Secrets() {
          @Override
          public Optional<Secret> password(Server server) {
            return Optional.of(new Secret(PASSWORD.toCharArray()));
          }

          @Override
          public Optional<Secret> tunnel(Server server) {
            return Optional.empty();
          }
        });
  }

  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  boolean mariaDb() {
    return mariaDb;
  }

  private String text(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : "";
    }
  }

  Reading read() throws SQLException {
    if (mariaDb) {
      return userStatistics();
    }
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT COALESCE(SUM(SUM_CPU_TIME),0) DIV 1000, COALESCE(SUM(COUNT_STAR),0)"
                    + " FROM performance_schema.events_statements_summary_by_user_by_event_name"
                    + " WHERE USER='"
                    + USER
                    + "'")) {
      row.next();
      return new Reading(Duration.ofNanos(row.getLong(1)), row.getLong(2));
    }
  }

  private Reading userStatistics() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT COALESCE(SUM(CPU_TIME),0), COALESCE(SUM(SELECT_COMMANDS+OTHER_COMMANDS),0)"
                    + " FROM information_schema.USER_STATISTICS WHERE USER='"
                    + USER
                    + "'")) {
      row.next();
      return new Reading(Duration.ofNanos((long) (row.getDouble(1) * 1e9)), row.getLong(2));
    }
  }

  /// Forgets the longest statements so far.
  void forget() throws SQLException {
    if (mariaDb) {
      return;
    }
    run("TRUNCATE performance_schema.events_statements_summary_by_user_by_event_name");
    run("TRUNCATE performance_schema.events_statements_summary_by_digest");
  }

  /// Which of our statements cost most; they are known by the mark that each of them carries.
  void tellStatements() throws SQLException {
    if (mariaDb) {
      return;
    }
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT REGEXP_SUBSTR(QUERY_SAMPLE_TEXT, 'binnacle:[a-z0-9-]+') AS mark, COUNT_STAR,"
                    + " SUM_CPU_TIME / 1e9, MAX_TIMER_WAIT / 1e9"
                    + " FROM performance_schema.events_statements_summary_by_digest"
                    + " WHERE QUERY_SAMPLE_TEXT LIKE '%binnacle:%' ORDER BY 3 DESC LIMIT 15")) {
      while (row.next()) {
        say(
            "  %-28s %5d times, %7.2f ms of CPU each, longest %.1f ms",
            row.getString(1), row.getLong(2), row.getDouble(3) / row.getLong(2), row.getDouble(4));
      }
    }
  }

  /// NaN where it is not known.
  double slowestMs() throws SQLException {
    if (mariaDb) {
      return Double.NaN;
    }
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT COALESCE(MAX(MAX_TIMER_WAIT),0) / 1e9"
                    + " FROM performance_schema.events_statements_summary_by_user_by_event_name"
                    + " WHERE USER='"
                    + USER
                    + "'")) {
      row.next();
      return row.getDouble(1);
    }
  }

  long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  /// Waits until a number of the server is as great; a minute at most.
  void await(String sql, long least) throws SQLException, InterruptedException {
    long until = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (number(sql) < least) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException(sql + " is " + number(sql) + ", not " + least);
      }
      Thread.sleep(200);
    }
  }

  static String load() {
    double load =
        java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return String.format(Locale.ROOT, "load of the machine %.1f", load);
  }

  @SuppressWarnings("AnnotateFormatMethod")
  static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
