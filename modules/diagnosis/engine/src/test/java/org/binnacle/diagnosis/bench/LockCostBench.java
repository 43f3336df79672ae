package org.binnacle.diagnosis.bench;

import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import org.binnacle.diagnosis.lock.LockScene;
import org.binnacle.diagnosis.lock.Locks;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestServers;
import org.binnacle.testkit.server.Launch;

/// What the lock view costs where one transaction holds a million row locks and others wait:
/// `LockCostBench [rows] [waiters] [looks]`. Half of the waiters want the same row, half one of
/// their own.
public final class LockCostBench {
  private LockCostBench() {}

  public static void main(String[] arguments) throws Exception {
    int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    int waiters = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
    int looks = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 20;
    try (RunningServer running =
            TestServers.start(
                Distribution.MYSQL_8_0,
                Launch.plain()
                    .with(
                        "--max-connections=" + (waiters + 50),
                        "--innodb-buffer-pool-size=1G",
                        "--innodb-lock-wait-timeout=3600",
                        "--skip-log-bin"));
        var meter = new Meter(running);
        var crowd = new Crowd(running)) {
      table(meter, rows);
      crowd.idle("SELECT COUNT(*) FROM bench.t FOR UPDATE");
      meter.await(
          "SELECT COALESCE(MAX(trx_rows_locked),0) FROM information_schema.INNODB_TRX", rows);
      for (int i = 0; i < waiters; i++) {
        int row = i % 2 == 0 ? 7 : 1_000 + i;
        crowd.run(1, "UPDATE bench.t SET v=v+1 WHERE id=" + row);
      }
      meter.await(
          "SELECT COUNT(*) FROM information_schema.INNODB_TRX WHERE trx_state='LOCK WAIT'",
          waiters);
      measure(meter, Meter.server(running), waiters, looks);
    }
    // Threads that wait for the server end with it.
    System.exit(0);
  }

  static void table(Meter meter, int rows) throws SQLException {
    meter.run("CREATE DATABASE IF NOT EXISTS bench");
    meter.run(
        "CREATE TABLE bench.t (id INT PRIMARY KEY, v INT NOT NULL, filler CHAR(40) NOT NULL)");
    String depth = meter.mariaDb() ? "max_recursive_iterations" : "cte_max_recursion_depth";
    meter.run("SET SESSION " + depth + "=" + (rows + 1));
    meter.run(
        "INSERT INTO bench.t WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i+1 FROM n WHERE i<"
            + rows
            + ") SELECT i, 0, 'x' FROM n");
  }

  private static void measure(Meter meter, Server server, int waiters, int looks)
      throws SQLException {
    try (Connections connections = Meter.connections()) {
      var locks = new Locks(connections, Clock.systemUTC());
      LockScene first = locks.read(server);
      Meter.say(
          "%d wait by the view, %d roots, root holds %d row locks",
          first.tree().waiting(),
          first.tree().roots().size(),
          first
              .tree()
              .roots()
              .getFirst()
              .party()
              .row()
              .orElseThrow()
              .trx()
              .orElseThrow()
              .rowsLocked());
      if (first.tree().waiting() != waiters) {
        throw new IllegalStateException("the view does not see all waiters");
      }
      meter.forget();
      var wallMs = new double[looks];
      Meter.Reading before = meter.read();
      for (int i = 0; i < looks; i++) {
        long began = System.nanoTime();
        locks.read(server);
        wallMs[i] = (System.nanoTime() - began) / 1e6;
      }
      Meter.Reading spent = meter.read().since(before);
      Arrays.sort(wallMs);
      Meter.say(
          "a look: %.2f ms of server CPU, %d statements; wall median %.1f, worst %.1f ms;"
              + " slowest statement %.1f ms; %s",
          spent.cpuMs() / looks,
          spent.statements() / looks,
          wallMs[looks / 2],
          wallMs[looks - 1],
          meter.slowestMs(),
          Meter.load());
    }
  }
}
