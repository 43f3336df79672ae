package org.binnacle.app;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.app.cli.Call;
import org.binnacle.app.cli.Cli;
import org.binnacle.app.cli.Prompt;
import org.binnacle.app.cli.Screens;
import org.binnacle.app.cli.Terminal;

/// Runs the commands that need no window once each, silently, in a throw-away state folder. The
/// build runs it while the JVM notes what was loaded and linked, for the AOT cache that makes the
/// commands start fast.
public final class Training {
  private Training() {}

  public static void main(String[] arguments) {
    String state = Path.of(arguments[0]).toString();
    for (var line : lines()) {
      new Cli(nowhere(), Map.of("BINNACLE_STATE", state), new NoScreens()).run(line.split(" ", -1));
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
