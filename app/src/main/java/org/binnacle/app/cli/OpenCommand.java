package org.binnacle.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.binnacle.kernel.Fault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `binnacle open FILE...`: what a desktop calls for a `.sql` file.
@Command(name = "open", description = "Open the window with SQL files, as a double click does.")
final class OpenCommand implements Callable<Integer> {
  private final Call call;

  OpenCommand(Call call) {
    this.call = call;
  }

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "SQL scripts.")
  List<Path> files = List.of();

  @Override
  public Integer call() {
    for (Path file : files) {
      if (!Files.isReadable(file)) {
        throw new Fault(CliFaults.NO_FILE, file.toString());
      }
    }
    return call.screens().window(call, files);
  }
}
