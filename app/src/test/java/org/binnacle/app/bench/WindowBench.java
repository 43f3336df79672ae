package org.binnacle.app.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.binnacle.app.house.Asking;
import org.binnacle.app.house.House;
import org.binnacle.app.start.Display;
import org.binnacle.app.start.WindowStart;
import org.binnacle.app.window.MainWindow;
import org.binnacle.diagnosis.pulse.Beat;
import org.binnacle.diagnosis.pulse.FleetState;
import org.binnacle.diagnosis.pulse.PulseSettings;
import org.binnacle.diagnosis.view.board.BoardPanel;
import org.binnacle.diagnosis.view.instance.InstancePanel;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Shots;
import org.binnacle.inventory.Field;
import org.binnacle.inventory.InstanceDraft;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.state.StateFolder;
import org.binnacle.state.vault.Vaults;
import org.binnacle.testkit.bench.Fleets;
import org.binnacle.testkit.fake.FakeFleet;

/// What the program costs with its window open over a fleet: `WindowBench real|fake INSTANCES
/// FOCUSED SECONDS`. First the fleet board is in front, then the sessions of the focused at 1 s,
/// each measured for so long and left as a picture in `target/shots`. The window is drawn into
/// memory by JavaFX's software painter, or on an X server with `-Dglass.platform=Gtk`.
/// `-Dwarm=SECONDS` before each.
@SuppressWarnings("NullAway")
public final class WindowBench {
  private static final OperatingSystemMXBean OS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static final AtomicReference<FleetState> NEWEST = new AtomicReference<>(FleetState.EMPTY);

  private WindowBench() {}

  public static void main(String[] arguments) throws Exception {
    String kind = arguments[0];
    int size = Integer.parseInt(arguments[1]);
    int focused = Integer.parseInt(arguments[2]);
    int seconds = Integer.parseInt(arguments[3]);
    if (System.getProperty("glass.platform") == null) {
      Display.none();
    }
    Path folder = Files.createTempDirectory("binnacle-bench");
    try (Fleets fleets = Fleets.of(kind, size);
        House house =
            House.open(
                StateFolder.at(folder),
                Map.of(
                    "BINNACLE_PASSWORD",
                    fleets.password().isEmpty() ? "any" : fleets.password(),
                    "BINNACLE_MASTER_PASSWORD",
                    "bench"),
                Asking.nobody(),
                false)) {
      house.settings().put(Vaults.SETTING, "file");
      List<InstanceRef> all =
          IntStream.range(0, size).mapToObj(i -> add(house, fleets, i, kind)).toList();
      List<InstanceRef> close = all.reversed().subList(0, focused);
      var joined = house.diagnosis().fleet().join(NEWEST::set);
      WindowStart.run(
          house, new Cancel(), (window, closed) -> visit(house, window, size, close, seconds));
      joined.close();
    }
  }

  private static void visit(
      House house, MainWindow window, int size, List<InstanceRef> close, int seconds)
      throws InterruptedException {
    onFx(() -> window.workbench().open(BoardPanel.ID));
    long start = System.nanoTime();
    while (answered() < size && System.nanoTime() - start < 120e9) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    System.out.printf(
        "%,d instances after %,d ms%n", answered(), (System.nanoTime() - start) / 1_000_000);
    heat(house);
    measure(window, seconds, "board");
    onFx(() -> window.workbench().open(InstancePanel.id(close)));
    measure(window, seconds, "sessions");
    onFx(() -> window.workbench().open(BoardPanel.ID));
    measure(window, seconds, "board-again");
  }

  /// As in FleetBench: with `-Dheat=SECONDS` looks come each second for so long first, since the
  /// compilers then have done what takes them five times as long at 5 s.
  private static void heat(House house) throws InterruptedException {
    long seconds = Long.getLong("heat", 0);
    if (seconds > 0) {
      pace(house, 1);
      TimeUnit.SECONDS.sleep(seconds);
      pace(house, 5);
    }
  }

  private static void pace(House house, int intervalS) {
    house.settings().put(PulseSettings.INTERVAL, String.valueOf(intervalS));
    house.diagnosis().fleet().pace();
  }

  private static void measure(MainWindow window, int seconds, String front)
      throws InterruptedException {
    TimeUnit.SECONDS.sleep(Long.getLong("warm", 60));
    System.out.println("measuring: " + front);
    try {
      ThreadTimes before = ThreadTimes.now();
      long looks = looks();
      long cpu = OS.getProcessCpuTime();
      long start = System.nanoTime();
      double load = 0;
      for (int i = 0; i < seconds; i++) {
        TimeUnit.SECONDS.sleep(1);
        load += OS.getSystemLoadAverage();
      }
      double passedS = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "%s in front: %.1f %% of a core (%s), %.1f light looks/s, RSS %d MB, load %.1f%n",
          front,
          100 * (OS.getProcessCpuTime() - cpu) / 1e9 / passedS,
          ThreadTimes.now().since(before, passedS),
          (looks() - looks) / passedS,
          rssMb(),
          load / seconds);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    Path picture = Path.of("target", "shots", "window-bench-" + front + ".png");
    onFx(() -> Shots.take(window.stage().getScene(), 1, picture));
  }

  private static long answered() {
    return NEWEST.get().beats().stream().filter(b -> b.vitals().isPresent()).count();
  }

  private static long looks() {
    return NEWEST.get().beats().stream().mapToLong(Beat::looks).sum();
  }

  private static long rssMb() throws java.io.IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(-1);
  }

  private static InstanceRef add(House house, Fleets fleets, int i, String kind) {
    var draft =
        new InstanceDraft()
            .set(Field.NAME, "bench-" + i)
            .set(Field.HOST, FakeFleet.host(i))
            .set(Field.PORT, String.valueOf(fleets.port(i)))
            .set(Field.USER, fleets.user())
            .set(Field.CLUSTER, "cluster-" + i / 4)
            .set(Field.ENVIRONMENT, "test")
            .set(Field.TLS, kind.equals("real") ? "PREFERRED" : "DISABLED");
    return house.inventory().ref(house.inventory().add(draft.build()));
  }

  private static void onFx(Runnable work) throws InterruptedException {
    var done = new CountDownLatch(1);
    FxThread.later(
        () -> {
          try {
            work.run();
          } finally {
            done.countDown();
          }
        });
    done.await();
  }
}
