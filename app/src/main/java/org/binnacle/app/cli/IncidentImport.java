package org.binnacle.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `binnacle incident import`.
@Command(
    name = "import",
    description = "Keep incidents that another Binnacle has exported (.html or .json).")
final class IncidentImport implements Callable<Integer> {
  private final Call call;

  IncidentImport(Call call) {
    this.call = call;
  }

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "What an export wrote.")
  List<Path> files = List.of();

  @Override
  public Integer call() {
    var heads =
        files.stream().map(file -> call.house().incidents().importFile(file).head()).toList();
    if (call.json()) {
      call.document(Map.of("incidents", heads.stream().map(IncidentView::head).toList()));
    } else {
      heads.forEach(head -> call.say("Kept " + head.id().substring(0, 8) + "  " + head.summary()));
    }
    return 0;
  }
}
