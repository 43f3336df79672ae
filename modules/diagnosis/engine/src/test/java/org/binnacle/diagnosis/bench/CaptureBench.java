package org.binnacle.diagnosis.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.binnacle.diagnosis.Diagnosis;
import org.binnacle.diagnosis.Records;
import org.binnacle.diagnosis.incident.Capture;
import org.binnacle.diagnosis.incident.CaptureOptions;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.Incidents;
import org.binnacle.diagnosis.incident.MemoryIncidents;
import org.binnacle.diagnosis.incident.Part;
import org.binnacle.diagnosis.incident.replay.Recording;
import org.binnacle.diagnosis.incident.report.Mask;
import org.binnacle.diagnosis.incident.report.Reports;
import org.binnacle.diagnosis.kill.Protection;
import org.binnacle.diagnosis.past.LastLooks;
import org.binnacle.diagnosis.tape.MemoryTapes;
import org.binnacle.kernel.AuditEntry;
import org.binnacle.kernel.AuditLog;
import org.binnacle.kernel.Cancel;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.MemorySettings;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestServers;
import org.binnacle.testkit.server.Launch;

/// What a capture of a server in trouble takes: `CaptureBench [sessions] [waiters] [captures] [html
/// file]`. With `-Dbefore=SECONDS` its sessions are watched for so long before, as by an open
/// panel, and go into one more capture.
@SuppressWarnings("try")
public final class CaptureBench {
  private CaptureBench() {}

  /// Nothing is done here that would have to be kept.
  private static final class NoActs implements AuditLog {
    @Override
    public void append(AuditEntry entry) {
      throw new IllegalStateException(entry.act());
    }

    @Override
    public List<AuditEntry> newest(Optional<Instant> since, String containing, int limit) {
      return List.of();
    }
  }

  public static void main(String[] arguments) throws Exception {
    int sessions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
    int waiters = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50;
    int captures = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
    Path page =
        arguments.length > 3 ? Path.of(arguments[3]) : Files.createTempFile("capture", ".html");
    try (RunningServer running =
            TestServers.start(
                Distribution.MYSQL_8_0,
                Launch.plain()
                    .with(
                        "--max-connections=" + (sessions + 50),
                        "--innodb-lock-wait-timeout=3600"));
        var meter = new Meter(running);
        var crowd = new Crowd(running)) {
      LockCostBench.table(meter, 100_000);
      crowd.idle("UPDATE bench.t SET v=v+1 WHERE id=7");
      crowd.run(waiters, "UPDATE bench.t SET v=v+1, filler='" + "y".repeat(30) + "' WHERE id=7");
      crowd.run(20, "SELECT SLEEP(3600), '" + "long text ".repeat(40) + "'");
      crowd.sleep(sessions - waiters - 21);
      meter.await(
          "SELECT COUNT(*) FROM information_schema.INNODB_TRX WHERE trx_state='LOCK WAIT'",
          waiters);
      try (Connections connections = Meter.connections()) {
        measure(meter, running, connections, captures, page);
        if (Long.getLong("before", 0) > 0) {
          withMinutesBefore(running, connections, page);
        }
      }
    }
    System.exit(0);
  }

  private static void measure(
      Meter meter, RunningServer running, Connections connections, int captures, Path page)
      throws Exception {
    var wallMs = new double[captures];
    var cpuMs = new double[captures];
    Incident incident = null;
    for (int i = 0; i < captures; i++) {
      Meter.Reading before = meter.read();
      long began = System.nanoTime();
      incident =
          new Capture(connections, Clock.systemUTC())
              .take(
                  List.of(Meter.server(running)),
                  CaptureOptions.byHand(),
                  state -> {},
                  new Cancel());
      wallMs[i] = (System.nanoTime() - began) / 1e6;
      cpuMs[i] = meter.read().since(before).cpuMs();
    }
    if (incident == null) {
      return;
    }
    for (Part part : incident.recorded().getFirst().parts()) {
      Meter.say(
          "  %-14s %-8s %5d ms %8d bytes  %s",
          part.step(), part.status(), part.ms(), part.bytes(), part.detail());
    }
    Arrays.sort(wallMs);
    Arrays.sort(cpuMs);
    Meter.say("summary: %s", incident.summary());
    Meter.say(
        "a capture: wall median %.0f, worst %.0f ms; server CPU median %.1f, worst %.1f ms; %s",
        wallMs[captures / 2],
        wallMs[captures - 1],
        cpuMs[captures / 2],
        cpuMs[captures - 1],
        Meter.load());
    files(incident, page);
  }

  private static void withMinutesBefore(RunningServer running, Connections connections, Path page)
      throws Exception {
    Server server = Meter.server(running);
    try (Diagnosis live =
            new Diagnosis(
                connections,
                () -> List.of(server),
                new Records(new NoActs(), new MemorySettings()),
                Protection.standard(),
                "bench",
                Clock.systemUTC());
        LastLooks panel = live.panels().open(List.of(server.ref()))) {
      var looks = new CountDownLatch((int) (long) Long.getLong("before"));
      try (var watch =
          live.watch(
              List.of(server.ref()),
              Duration.ofSeconds(1),
              merged -> {
                panel.sessions(Instant.now(), merged);
                looks.countDown();
              })) {
        looks.await();
      }
      Incident incident =
          new Incidents(
                  connections,
                  () -> List.of(server),
                  new MemoryIncidents(),
                  new MemoryTapes(),
                  Clock.systemUTC(),
                  new Incidents.Remembered(
                      id -> Optional.empty(), live.panels()::of, id -> Optional.empty()))
              .capture(List.of(server.ref()), CaptureOptions.byHand(), state -> {}, new Cancel());
      Meter.say("with what an open panel had seen before:");
      files(incident, page);
    }
  }

  private static void files(Incident incident, Path page) throws Exception {
    Reports.write(page, incident, Mask.NONE);
    Path masked = Files.createTempFile("masked", ".html");
    Reports.write(masked, incident, Mask.ALL);
    Meter.say("web page %.2f MB, masked %.2f MB", Files.size(page) / 1e6, Files.size(masked) / 1e6);
    Files.delete(masked);
    for (int i = 0; i < 3; i++) {
      long began = System.nanoTime();
      var recording = new Recording(Reports.read(page));
      recording.sessions(recording.instances());
      recording.locks(recording.instances());
      recording.transactions(recording.instances());
      recording.statements(recording.instances());
      Meter.say("read back and ready for the views in %.0f ms", (System.nanoTime() - began) / 1e6);
    }
  }
}
