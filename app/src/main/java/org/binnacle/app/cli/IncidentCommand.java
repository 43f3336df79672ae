package org.binnacle.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.binnacle.diagnosis.incident.Difference;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.report.IncidentJson;
import org.binnacle.diagnosis.incident.report.Mask;
import org.binnacle.diagnosis.incident.report.Reports;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Severity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `binnacle incident`.
@Command(name = "incident", description = "Incidents that were captured: list, show, compare.")
final class IncidentCommand {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

  private IncidentCommand() {}

  static CommandLine with(Call call) {
    return new CommandLine(new IncidentCommand())
        .addSubcommand("list", new ListThem(call))
        .addSubcommand("show", new Show(call))
        .addSubcommand("compare", new Compare(call))
        .addSubcommand("import", new Import(call))
        .addSubcommand("export", new Export(call))
        .addSubcommand("remove", new Remove(call));
  }

  /// `binnacle incident list`.
  @Command(name = "list", description = "List incidents, the newest first.")
  static final class ListThem implements Callable<Integer> {
    private final Call call;

    ListThem(Call call) {
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
      List<Incident.Head> heads = call.house().incidents().list(containing, Math.max(1, limit));
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
              Table.Column.text("SEVERITY"),
              Table.Column.text("TITLE"),
              Table.Column.elastic("SUMMARY"),
              Table.Column.elastic("TRIGGER"),
              Table.Column.elastic("NOTE"));
      for (Incident.Head head : heads) {
        table.row(
            head.id().substring(0, 8),
            LOCAL.format(head.at()),
            new Table.Cell(head.severity().name().toLowerCase(Locale.ROOT), tone(head.severity())),
            head.title() + (head.masked() ? " (masked)" : ""),
            head.summary(),
            head.trigger(),
            head.note());
      }
      call.print(table);
      return 0;
    }
  }

  private static Terminal.Tone tone(Severity severity) {
    return switch (severity) {
      case CRITICAL -> Terminal.Tone.RED;
      case WARNING, UNKNOWN -> Terminal.Tone.YELLOW;
      case NOTICE -> Terminal.Tone.PLAIN;
      case OK -> Terminal.Tone.GREEN;
    };
  }

  /// `binnacle incident show`.
  @Command(
      name = "show",
      description = "Show an incident: its summary and its parts, or one part whole.")
  static final class Show implements Callable<Integer> {
    private final Call call;

    Show(Call call) {
      this.call = call;
    }

    @Parameters(paramLabel = "ID", description = "The first characters of an id, or latest.")
    String id = "";

    @Option(
        names = "--part",
        paramLabel = "PART",
        description = "A part: sessions, locks, status, ...")
    @Nullable String part;

    @Option(names = "--note", paramLabel = "TEXT", description = "Write this note to it.")
    @Nullable String note;

    @Override
    public Integer call() {
      Incident incident = call.house().incidents().named(id);
      String text = note;
      if (text != null) {
        call.house().incidents().note(incident.id(), text);
        incident = incident.noted(text);
      }
      String wanted = part;
      if (wanted != null) {
        return part(incident, wanted);
      }
      if (call.json()) {
        call.terminal().out().println(Harmless.json(IncidentJson.write(incident)));
        return 0;
      }
      call.say(
          "RECORDED "
              + LOCAL.format(incident.at())
              + "  "
              + incident.title()
              + "  ("
              + incident.trigger()
              + ")"
              + (incident.masked() ? "  masked" : ""));
      if (!incident.note().isEmpty()) {
        call.say("Note: " + incident.note());
      }
      IncidentView.summary(incident).forEach(call::say);
      call.print(IncidentView.parts(incident));
      return 0;
    }

    private int part(Incident incident, String wanted) {
      boolean some = false;
      for (var one : incident.recorded()) {
        for (var found : one.parts()) {
          if (!found.step().equals(wanted)) {
            continue;
          }
          some = true;
          found
              .grids()
              .forEach(
                  (name, grid) -> {
                    call.say(one.instance().name() + ": " + name);
                    call.print(IncidentView.grid(grid));
                  });
          found
              .texts()
              .forEach(
                  (name, text) -> {
                    call.say(one.instance().name() + ": " + name);
                    text.lines().forEach(call::say);
                  });
        }
      }
      if (!some) {
        throw new Fault(
            CliFaults.USAGE,
            "binnacle incident show: no part "
                + wanted
                + "; there are "
                + String.join(
                    ", ",
                    incident.recorded().stream()
                        .flatMap(one -> one.parts().stream())
                        .map(found -> found.step())
                        .distinct()
                        .toList()));
      }
      return 0;
    }
  }

  /// `binnacle incident compare`.
  @Command(
      name = "compare",
      description = "Tell what differs between two incidents.",
      footer = "Exit code 1 where something differs.")
  static final class Compare implements Callable<Integer> {
    private final Call call;

    Compare(Call call) {
      this.call = call;
    }

    @Parameters(index = "0", paramLabel = "BEFORE", description = "An id, or a file of ours.")
    String before = "";

    @Parameters(index = "1", paramLabel = "AFTER", description = "An id, or a file of ours.")
    String after = "";

    @Override
    public Integer call() {
      List<Difference.Area> areas = Difference.of(find(before), find(after));
      if (areas.isEmpty()) {
        throw new Fault(
            CliFaults.USAGE, "binnacle incident compare: they have no instance in common");
      }
      boolean alike = areas.stream().allMatch(area -> area.grid().isEmpty());
      if (call.json()) {
        call.document(Map.of("areas", areas.stream().map(Compare::document).toList()));
        return alike ? 0 : 1;
      }
      for (Difference.Area area : areas) {
        call.say(area.instance() + " " + area.name() + ": " + area.counts());
        if (!area.grid().isEmpty() && !area.name().equals("status")) {
          call.print(IncidentView.grid(area.grid()));
        }
      }
      return alike ? 0 : 1;
    }

    private Incident find(String text) {
      Path file = Path.of(text);
      return Files.isRegularFile(file) ? Reports.read(file) : call.house().incidents().named(text);
    }

    private static Map<String, Object> document(Difference.Area area) {
      var document = new LinkedHashMap<String, Object>();
      document.put("instance", area.instance());
      document.put("area", area.name());
      document.put("counts", area.counts());
      document.put("columns", area.grid().columns());
      document.put("rows", area.grid().rows());
      return document;
    }
  }

  /// `binnacle incident import`.
  @Command(
      name = "import",
      description = "Keep incidents that another Binnacle has exported (.html or .json).")
  static final class Import implements Callable<Integer> {
    private final Call call;

    Import(Call call) {
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
        heads.forEach(
            head -> call.say("Kept " + head.id().substring(0, 8) + "  " + head.summary()));
      }
      return 0;
    }
  }

  /// `binnacle incident export`.
  @Command(name = "export", description = "Write an incident as a web page, JSON or Markdown.")
  static final class Export implements Callable<Integer> {
    private final Call call;

    Export(Call call) {
      this.call = call;
    }

    @Parameters(
        index = "0",
        paramLabel = "ID",
        description = "The first characters of an id, or latest.")
    String id = "";

    @Parameters(index = "1", paramLabel = "FILE", description = ".html, .json or .md")
    Path file = Path.of("incident.html");

    @Option(names = "--mask", description = "Take literals, hosts and users out.")
    boolean mask;

    @Option(names = "--mask-literals", description = "Statements become their fingerprints.")
    boolean literals;

    @Option(names = "--mask-hosts", description = "Hosts become host-1, host-2.")
    boolean hosts;

    @Option(names = "--mask-users", description = "Users become user-1, user-2.")
    boolean users;

    @Override
    public Integer call() {
      Incident incident = call.house().incidents().named(id);
      var masked = new Mask(mask || literals, mask || hosts, mask || users);
      call.house().incidents().export(incident, file, masked);
      if (call.json()) {
        call.document(Map.of("id", incident.id(), "file", file.toString()));
      } else {
        call.say("Wrote " + file + (masked.any() ? ", masked" : ""));
      }
      return 0;
    }
  }

  /// `binnacle incident remove`.
  @Command(name = "remove", description = "Remove incidents.")
  static final class Remove implements Callable<Integer> {
    private final Call call;

    Remove(Call call) {
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
}
