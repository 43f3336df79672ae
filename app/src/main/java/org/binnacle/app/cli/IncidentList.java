package org.binnacle.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `binnacle incident list`.
@Command(name = "list", description = "List incidents, the newest first.")
final class IncidentList implements Callable<Integer> {
  private final Call call;

  IncidentList(Call call) {
    this.call = call;
  }

  @Option(
      names = "--containing",
      paramLabel = "TEXT",
      description = "Only those with this text in instance, title, note, trigger or summary.")
  String containing = "";

  @Option(names = "--limit", paramLabel = "N", description = "At most so many (default: 50).")
  int limit = 50;

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new Fault(
          CliFaults.USAGE, "binnacle incident list: --limit takes 1 or more, not " + limit);
    }
    List<Incident.Head> heads = call.house().incidents().list(containing, limit);
    if (call.json()) {
      call.document(Map.of("incidents", heads.stream().map(IncidentView::head).toList()));
      return 0;
    }
    if (heads.isEmpty()) {
      if (call.terminal().live()) {
        call.say("No incidents. binnacle capture TARGET takes one.");
      }
      return 0;
    }
    var table =
        new Table(
            Table.Column.text("ID"),
            Table.Column.text("AT"),
            Table.Column.text("SEVERITY").spare(2),
            Table.Column.text("TITLE").spare(1),
            Table.Column.elastic("SUMMARY"),
            Table.Column.elastic("TRIGGER").spare(3),
            Table.Column.elastic("NOTE").spare(4));
    for (Incident.Head head : heads) {
      table.row(
          head.id().substring(0, 8),
          IncidentView.LOCAL.format(head.at()),
          new Table.Cell(head.severity().name().toLowerCase(Locale.ROOT), tone(head.severity())),
          head.title() + (head.masked() ? " (masked)" : ""),
          head.summary(),
          head.trigger(),
          head.note());
    }
    call.print(table);
    return 0;
  }

  private static Terminal.Tone tone(Severity severity) {
    return switch (severity) {
      case CRITICAL -> Terminal.Tone.RED;
      case WARNING, UNKNOWN -> Terminal.Tone.YELLOW;
      case NOTICE -> Terminal.Tone.PLAIN;
      case OK -> Terminal.Tone.GREEN;
    };
  }
}
