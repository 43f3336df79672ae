package org.binnacle.app.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.binnacle.diagnosis.incident.Incident;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `binnacle incident remove`.
@Command(name = "remove", description = "Remove incidents.")
final class IncidentRemove implements Callable<Integer> {
  private final Call call;

  IncidentRemove(Call call) {
    this.call = call;
  }

  @Parameters(
      paramLabel = "ID",
      arity = "1..*",
      description = "The first characters of an id, or latest.")
  List<String> ids = List.of();

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask.")
  boolean yes;

  @Override
  public Integer call() {
    List<Incident> all = ids.stream().map(id -> call.house().incidents().named(id)).toList();
    if (!yes) {
      call.agreed(
          "Remove "
              + String.join(", ", all.stream().map(one -> one.id().substring(0, 8)).toList())
              + "? There is no way back.",
          "removed");
    }
    all.forEach(one -> call.house().incidents().remove(one.id()));
    if (call.json()) {
      call.document(Map.of("removed", all.stream().map(Incident::id).toList()));
    } else {
      call.say("Removed " + all.size() + (all.size() == 1 ? " incident" : " incidents"));
    }
    return 0;
  }
}
