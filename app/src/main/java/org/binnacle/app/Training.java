package org.binnacle.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.app.cli.Call;
import org.binnacle.app.cli.Cli;
import org.binnacle.app.cli.Prompt;
import org.binnacle.app.cli.Screens;
import org.binnacle.app.cli.Terminal;
import org.binnacle.app.house.Asking;
import org.binnacle.app.house.House;
import org.binnacle.app.start.Display;
import org.binnacle.app.start.WindowStart;
import org.binnacle.app.tour.Tour;
import org.binnacle.kernel.Cancel;
import org.binnacle.state.StateFolder;
import org.binnacle.state.vault.Vaults;

/// Runs the commands that need no window once each, silently, in a throw-away state folder. The
/// build runs it while the JVM notes what was loaded and linked, for the AOT cache that makes the
/// commands start fast.
public final class Training {
  private Training() {}

  public static void main(String[] arguments) {
    String state = Path.of(arguments[0]).toString();
    if (arguments.length > 1 && arguments[1].equals("window")) {
      window(Path.of(state));
      return;
    }
    for (var line : lines()) {
      run(state, line.split(" ", -1));
    }
    run(state, "review", script(Path.of(state)).toString(), "--fail-on", "notice");
    run(state, "review-stats", "top-rules");
  }

  private static void run(String state, String... line) {
    new Cli(nowhere(), Map.of("BINNACLE_STATE", state), new NoScreens()).run(line);
  }

  /// A statement of each kind that a review reads in its own way.
  private static Path script(Path state) {
    try {
      return Files.writeString(
          Files.createDirectories(state).resolve("training.sql"),
          """
          CREATE TABLE a (id int(11) PRIMARY KEY, name varchar(20), KEY k (name));
          ALTER TABLE a ADD COLUMN b int, ADD INDEX i (b);
          INSERT INTO a (id, name) VALUES (1, 'x'), (2, 'y');
          UPDATE a SET name = 'z' WHERE id = 1;
          DELETE FROM a;
          SELECT x.name, count(*) FROM a x JOIN a y ON y.id = x.b WHERE x.id > 3 GROUP BY x.name;
          SELEC 1;
          """);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The window with the panels that need no server, drawn into memory.
  private static void window(Path state) {
    Display.none();
    try (House house =
        House.open(StateFolder.at(state), Map.of(), Asking.nobody(), /* debug= */ false)) {
      house.settings().put(Vaults.SETTING, "file");
      var stops =
          List.of("", "audit", "settings", "shortcuts", "help", "about", "plan:sample").stream()
              .map(panel -> new Tour.Stop("training-" + panel.replace(':', '-'), panel, false))
              .toList();
      WindowStart.run(house, Cancel.never(), new Tour(state.resolve("tour"), stops, file -> {}));
    }
  }

  private static List<String> lines() {
    return List.of(
        "version",
        "help",
        "fleet --help",
        "nonsense",
        "completion bash",
        "fleet add shop-db root@127.0.0.1:9 --environment test --tag a=b",
        "fleet list",
        "fleet list --json --where tag:a",
        "fleet edit shop-db --note changed",
        "sessions shop-db",
        "kill shop-db 1 --yes",
        "audit",
        "audit --json --since 1h",
        "fleet remove shop-db --yes",
        "fleet list");
  }

  private static Terminal nowhere() {
    var out = new PrintWriter(Writer.nullWriter());
    return new Terminal(out, out, true, true, new Fixed(), new Prompt.Nobody());
  }

  private record Fixed() implements Terminal.Size {
    @Override
    public int columns() {
      return 120;
    }

    @Override
    public int rows() {
      return 40;
    }
  }

  /// Training never opens a window.
  private record NoScreens() implements Screens {
    @Override
    public int window(Call call, List<Path> files) {
      return 0;
    }

    @Override
    public int demo(Call call, boolean headless, Optional<Path> tour) {
      return 0;
    }
  }
}
