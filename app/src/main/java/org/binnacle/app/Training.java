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
        "version", "version --json", "help", "fleet --help", "nonsense", "completion bash");
  }

  private static Terminal nowhere() {
    var out = new PrintWriter(Writer.nullWriter());
    return new Terminal(out, out, true, true, () -> 120, new Prompt.Nobody());
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
