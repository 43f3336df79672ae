package org.binnacle.diagnosis.bench;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.binnacle.diagnosis.Diagnosis;
import org.binnacle.diagnosis.Records;
import org.binnacle.diagnosis.kill.Protection;
import org.binnacle.kernel.AuditEntry;
import org.binnacle.kernel.AuditLog;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.MemorySettings;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestServers;
import org.binnacle.testkit.server.Launch;

/// What looking at one server with thousands of sessions costs it: the fleet's look, the process
/// list, transactions and locks, each every second: `SessionCostBench [sessions] [active] [seconds]
/// [distribution]`, such as `MARIADB_11_4`, where only the process tells.
@SuppressWarnings({"try"})
public final class SessionCostBench {
  private static final Duration EVERY = Duration.ofSeconds(1);

  private SessionCostBench() {}

  public static void main(String[] arguments) throws Exception {
    int sessions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 4_000;
    int active = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
    int seconds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 60;
    Distribution what =
        arguments.length > 3 ? Distribution.valueOf(arguments[3]) : Distribution.MYSQL_8_0;
    Launch launch =
        Launch.plain()
            .with(
                "--max-connections=" + (sessions + 100),
                "--open-files-limit=" + (2 * sessions + 2_000),
                "--innodb-lock-wait-timeout=3600",
                "--skip-log-bin");
    try (RunningServer running =
            TestServers.start(
                what, what.name().startsWith("MARIADB") ? launch.with("--userstat=1") : launch);
        var meter = new Meter(running);
        var crowd = new Crowd(running)) {
      LockCostBench.table(meter, 10_000);
      long began = System.nanoTime();
      crowd.sleep(sessions - active - 21);
      crowd.run(active, "SELECT SLEEP(3600)");
      crowd.idle("UPDATE bench.t SET v=v+1 WHERE id=7");
      crowd.run(20, "UPDATE bench.t SET v=v+1 WHERE id=7");
      meter.await(
          "SELECT COUNT(*) FROM information_schema.INNODB_TRX WHERE trx_state='LOCK WAIT'", 20);
      Meter.say(
          "%d sessions (%d active, 20 wait for a row) after %.0f s",
          crowd.size(), active, (System.nanoTime() - began) / 1e9);
      double idle = processShare(running, seconds);
      measure(meter, Meter.server(running), seconds, running);
      Meter.say("the server's process by itself: %.2f %% of a core before anybody looks", idle);
    }
    System.exit(0);
  }

  /// Per cent of a core that the server's process uses in the next seconds, background threads too.
  private static double processShare(RunningServer running, int seconds) throws Exception {
    Duration before = processCpu(running);
    long began = System.nanoTime();
    Thread.sleep(seconds * 1_000L);
    double passed = System.nanoTime() - began;
    return 100 * processCpu(running).minus(before).toNanos() / passed;
  }

  private static Duration processCpu(RunningServer running) {
    return ProcessHandle.of(running.pid())
        .flatMap(process -> process.info().totalCpuDuration())
        .orElseThrow();
  }

  private static void measure(Meter meter, Server server, int seconds, RunningServer running)
      throws Exception {
    var rounds = new AtomicInteger[] {count(), count(), count(), count()};
    List<InstanceRef> one = List.of(server.ref());
    try (Connections connections = Meter.connections();
        Diagnosis diagnosis =
            new Diagnosis(
                connections,
                () -> List.of(server),
                new Records(new NoAudit(), new MemorySettings()),
                Protection.standard(),
                "bench",
                Clock.systemUTC());
        var fleet = diagnosis.pulse(EVERY, state -> rounds[0].incrementAndGet());
        var list = diagnosis.watch(one, EVERY, merged -> rounds[1].incrementAndGet());
        var open = diagnosis.watchTransactions(one, EVERY, seen -> rounds[2].incrementAndGet());
        var locks = diagnosis.watchLocks(one, EVERY, seen -> rounds[3].incrementAndGet())) {
      Thread.sleep(5_000);
      meter.forget();
      var before = new int[4];
      for (int i = 0; i < 4; i++) {
        before[i] = rounds[i].get();
      }
      long began = System.nanoTime();
      Meter.Reading start = meter.read();
      double process = processShare(running, seconds);
      Meter.Reading spent = meter.read().since(start);
      double passed = (System.nanoTime() - began) / 1e9;
      Meter.say(
          "rounds in %.0f s: %d fleet, %d process list, %d transactions, %d locks; %d statements",
          passed,
          rounds[0].get() - before[0],
          rounds[1].get() - before[1],
          rounds[2].get() - before[2],
          rounds[3].get() - before[3],
          spent.statements());
      if (!meter.mariaDb()) {
        Meter.say(
            "%.2f %% of one server core (%.1f ms of CPU a second); slowest statement %.1f ms; %s",
            spent.cpuMs() / passed / 10, spent.cpuMs() / passed, meter.slowestMs(), Meter.load());
      }
      Meter.say("the server's process: %.2f %% of a core while looked at", process);
      meter.tellStatements();
    }
  }

  private static AtomicInteger count() {
    return new AtomicInteger();
  }

  /// Nothing is done here.
  private static final class NoAudit implements AuditLog {
    @Override
    public void append(AuditEntry entry) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<AuditEntry> newest(
        Optional<java.time.Instant> since, String containing, int limit) {
      return List.of();
    }
  }
}
