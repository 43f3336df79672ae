package org.binnacle.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.binnacle.fxkit.Panel;
import org.binnacle.testkit.Screen;

/// Opens and closes a panel fifty times in a window and looks at what is left: no thread, platform
/// or virtual, and no panel that something long-lived still listens with.
final class PanelLeaks {
  private static final int ROUNDS = 50;

  private PanelLeaks() {}

  /// @param panel makes the same panel each time, over the same long-lived engine
  static void check(MainWindow window, Supplier<Panel> panel) {
    round(window, panel);
    int threads = threads();
    List<WeakReference<Panel>> closed = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      closed.add(round(window, panel));
    }
    Screen.until("threads are gone", () -> threads() <= threads);
    // The scene itself remembers the last focused and hovered nodes: a few rounds are its own.
    Screen.until(
        "closed panels are forgotten",
        () -> {
          System.gc();
          return closed.stream().filter(one -> one.get() != null).count() <= 2;
        });
    assertThat(Screen.get(() -> window.workbench().panels())).isEmpty();
  }

  private static WeakReference<Panel> round(MainWindow window, Supplier<Panel> panel) {
    WeakReference<Panel> seen =
        Screen.get(
            () -> {
              Panel made = panel.get();
              window.workbench().open(made.id(), () -> made);
              return new WeakReference<>(made);
            });
    Screen.settle();
    Screen.run(() -> window.workbench().current().ifPresent(window.workbench()::close));
    Screen.settle();
    return seen;
  }

  /// All threads, the virtual ones included, that the JVM itself tells of.
  private static int threads() {
    try {
      Path file = Files.createTempDirectory("threads").resolve("dump.json");
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
          .dumpThreads(file.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.JSON);
      String text = Files.readString(file);
      Files.delete(file);
      Files.delete(file.getParent());
      return text.split("\"tid\"", -1).length - 1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
