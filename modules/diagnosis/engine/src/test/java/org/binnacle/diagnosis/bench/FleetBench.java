package org.binnacle.diagnosis.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.binnacle.diagnosis.Diagnosis;
import org.binnacle.diagnosis.Records;
import org.binnacle.diagnosis.kill.Protection;
import org.binnacle.diagnosis.pulse.Beat;
import org.binnacle.diagnosis.pulse.FleetState;
import org.binnacle.kernel.AuditEntry;
import org.binnacle.kernel.AuditLog;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.kernel.Severity;
import org.binnacle.mysql.Secret;
import org.binnacle.mysql.Secrets;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Tls;
import org.binnacle.mysql.pool.PooledConnections;
import org.binnacle.testkit.MemorySettings;
import org.binnacle.testkit.bench.Fleets;
import org.binnacle.testkit.fake.FakeFleet;

/// What the collector costs for a fleet: `FleetBench real|fake INSTANCES INTERVAL_S FOCUSED SECONDS
/// [dead]`. Looks are shared as in the program; the focused ones have their process list watched at
/// 1 s beside. With `dead` 30 % of the hosts are black holes. `-Dwarm=SECONDS` before it measures.
@SuppressWarnings("NullAway")
public final class FleetBench {
  private static final OperatingSystemMXBean OS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private FleetBench() {}

  public static void main(String[] arguments) throws Exception {
    String kind = arguments[0];
    int size = Integer.parseInt(arguments[1]);
    Duration interval = Duration.ofSeconds(Long.parseLong(arguments[2]));
    int focused = Integer.parseInt(arguments[3]);
    int seconds = Integer.parseInt(arguments[4]);
    boolean dead = arguments.length > 5 && arguments[5].equals("dead");
    try (Fleets fleets = Fleets.of(kind, size);
        var connections = new PooledConnections(new Password(fleets.password()))) {
      if (dead) {
        fleets.become(0, size * 3 / 10, "BLACK_HOLE");
      }
      List<Server> servers =
          IntStream.range(0, size).mapToObj(i -> server(fleets, i, kind)).toList();
      var newest = new AtomicReference<>(FleetState.EMPTY);
      try (var diagnosis =
          new Diagnosis(
              connections,
              () -> servers,
              new Records(new NoAudit(), new MemorySettings()),
              Protection.standard(),
              "bench",
              Clock.systemUTC())) {
        int living = dead ? size - size * 3 / 10 : size;
        heat(diagnosis, newest, living);
        newest.set(FleetState.EMPTY);
        var pulse = diagnosis.pulse(interval, newest::set);
        await(newest, living, System.nanoTime());
        List<InstanceRef> close =
            servers.reversed().subList(0, focused).stream().map(Server::ref).toList();
        var watch = diagnosis.watch(close, Duration.ofSeconds(1), merged -> {});
        // The compilers have most to do in the first minutes.
        TimeUnit.SECONDS.sleep(Long.getLong("warm", 60));
        measure(fleets, newest, seconds, "measured");
        if (kind.equals("fake") && !dead) {
          detect(fleets, newest, servers.get(size / 2).id(), size / 2);
        }
        watch.close();
        pulse.close();
      }
    }
  }

  /// With `-Dheat=SECONDS` looks come each second for so long first: the compilers then have done
  /// after a minute what takes them five at 5 s.
  private static void heat(Diagnosis diagnosis, AtomicReference<FleetState> newest, int living)
      throws InterruptedException {
    long seconds = Long.getLong("heat", 0);
    if (seconds > 0) {
      var pulse = diagnosis.pulse(Duration.ofSeconds(1), newest::set);
      await(newest, living, System.nanoTime());
      TimeUnit.SECONDS.sleep(seconds);
      pulse.close();
    }
  }

  private static void await(AtomicReference<FleetState> newest, int living, long start)
      throws InterruptedException {
    long first = 0;
    while (true) {
      long answered =
          newest.get().beats().stream().filter(beat -> beat.vitals().isPresent()).count();
      long ms = (System.nanoTime() - start) / 1_000_000;
      if (answered > 0 && first == 0) {
        first = ms;
      }
      if (answered >= living || ms > 120_000) {
        System.out.printf(
            "first answer after %,d ms, %,d instances after %,d ms%n", first, answered, ms);
        return;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private static void measure(
      Fleets fleets, AtomicReference<FleetState> newest, int seconds, String what)
      throws Exception {
    long cpu = OS.getProcessCpuTime();
    long sent = fleets.sentBytes();
    long looks = looks(newest.get());
    long start = System.nanoTime();
    double load = 0;
    for (int i = 0; i < seconds; i++) {
      TimeUnit.SECONDS.sleep(1);
      load += OS.getSystemLoadAverage();
    }
    double passedS = (System.nanoTime() - start) / 1e9;
    double cores = (OS.getProcessCpuTime() - cpu) / 1e9 / passedS;
    double bytes = (fleets.sentBytes() - sent) / passedS;
    double perS = (looks(newest.get()) - looks) / passedS;
    System.out.printf(
        Locale.ROOT,
        "%s: %.1f %% of a core, %.0f us a look, %.1f looks/s, %.2f Mbit/s, RSS %d MB, load %.1f%n",
        what,
        cores * 100,
        cores * 1e6 / Math.max(1, perS),
        perS,
        bytes * 8 / 1e6,
        rssMb(),
        load / seconds);
    long ok = newest.get().count(Severity.OK);
    System.out.printf("severities: %d ok, %d others%n", ok, newest.get().beats().size() - ok);
    newest.get().worstFirst().stream()
        .limit(3)
        .forEach(one -> System.out.printf("  %s: %s%n", one.severity(), one.problem()));
  }

  private static long looks(FleetState state) {
    return state.beats().stream().mapToLong(Beat::looks).sum();
  }

  private static void detect(Fleets fleets, AtomicReference<FleetState> newest, String id, int node)
      throws Exception {
    for (String mood : List.of("LOCK_PILE", "REPLICA_STOPPED", "BUSY", "TOO_MANY")) {
      long start = System.nanoTime();
      fleets.become(node, node + 1, mood);
      while (!newest.get().worstFirst().getFirst().instance().id().equals(id)
          || newest.get().of(id).orElseThrow().severity() == Severity.OK) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      long topped = (System.nanoTime() - start) / 1_000_000;
      start = System.nanoTime();
      fleets.become(node, node + 1, "HEALTHY");
      while (newest.get().of(id).orElseThrow().severity() != Severity.OK) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      System.out.printf(
          "%s tops the board after %,d ms, clear after %,d ms%n",
          mood, topped, (System.nanoTime() - start) / 1_000_000);
    }
  }

  private static long rssMb() throws Exception {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(-1);
  }

  private static Server server(Fleets fleets, int i, String kind) {
    String host = FakeFleet.host(i);
    var ref = new InstanceRef("i" + i, "bench-" + i, host, "", "grey", Safety.RELAXED, "");
    var tls =
        new Tls(
            kind.equals("real") && !Boolean.getBoolean("plain")
                ? Tls.Mode.PREFERRED
                : Tls.Mode.DISABLED,
            Optional.empty(),
            true);
    return new Server(ref, host, fleets.port(i), fleets.user(), tls, Optional.empty());
  }

  private record Password(String text) implements Secrets {
    @Override
    public Optional<Secret> password(Server server) {
      return text.isEmpty() ? Optional.empty() : Optional.of(new Secret(text.toCharArray()));
    }

    @Override
    public Optional<Secret> tunnel(Server server) {
      return Optional.empty();
    }
  }

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
