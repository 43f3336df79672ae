package org.binnacle.app.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.binnacle.app.cli.Table.Cell;
import org.binnacle.app.cli.Table.Column;
import org.binnacle.app.cli.Terminal.Tone;
import org.binnacle.diagnosis.innodb.Figure;
import org.binnacle.diagnosis.innodb.InnoDbCourse;
import org.binnacle.diagnosis.innodb.InnoDbDocument;
import org.binnacle.diagnosis.innodb.InnoDbScene;
import org.binnacle.diagnosis.innodb.Monitor;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Severity;
import org.binnacle.mysql.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `binnacle innodb`.
@Command(
    name = "innodb",
    description = "Show how InnoDB of an instance does, with a word of what is unusual.",
    footerHeading = "%nFor example:%n",
    footer = {
      "  binnacle innodb shop-1 --for 10s",
      "  binnacle innodb shop-1 --unusual --watch",
      "  binnacle innodb shop-1 --status | less",
      "The exit code is 1 where something is a warning or worse."
    })
final class InnoDbCommand implements Callable<Integer> {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Call call;

  InnoDbCommand(Call call) {
    this.call = call;
  }

  @Parameters(
      paramLabel = "TARGET",
      description = "A name of the inventory, or mysql://user@host:port.")
  String target = "";

  @Option(
      names = "--for",
      paramLabel = "TIME",
      description = "How long to measure rates: 2s, 1m (default: 2s).")
  String length = "2s";

  @Option(names = "--unusual", description = "Only what is unusual.")
  boolean unusual;

  @Option(
      names = "--status",
      description = "The text of SHOW ENGINE INNODB STATUS instead of figures.")
  boolean status;

  @Option(
      names = {"-w", "--watch"},
      description = "Look again and again until Ctrl+C; with --json one document a line.")
  boolean watch;

  @Override
  public Integer call() {
    Duration measured = Times.span(length);
    if (measured.toMillis() < 1_000 || measured.compareTo(LONGEST) > 0) {
      throw new Fault(CliFaults.USAGE, "binnacle innodb: --for takes 1s to 10m, not " + length);
    }
    if (status && (watch || unusual)) {
      throw new Fault(CliFaults.USAGE, "binnacle innodb: --status goes without other options");
    }
    Server server = call.target(target);
    return status ? text(server) : figures(server, measured);
  }

  private int text(Server server) {
    Monitor monitor = call.house().diagnosis().innodb().monitor(server);
    if (call.json()) {
      call.document(
          java.util.Map.of(
              "instance",
              monitor.instance().name(),
              "at",
              monitor.at().toString(),
              "sections",
              monitor.sections().stream()
                  .map(part -> java.util.Map.of("title", part.title(), "text", part.text()))
                  .toList()));
    } else {
      monitor.text().lines().map(InnoDbCommand::indented).forEach(call.terminal().out()::println);
    }
    return 0;
  }

  /// Harmless, with its indent, which carries meaning here.
  private static String indented(String line) {
    int indent = line.length() - line.stripLeading().length();
    return " ".repeat(indent) + Harmless.line(line);
  }

  private int figures(Server server, Duration measured) {
    var course = new InnoDbCourse();
    course.enter(call.house().diagnosis().innodb().look(server));
    waited(measured);
    var bad = new boolean[1];
    var repeat =
        new Repeat(
            call,
            () -> {
              InnoDbScene scene = course.enter(call.house().diagnosis().innodb().look(server));
              bad[0] = scene.unusual().stream().anyMatch(one -> one.severity() != Severity.NOTICE);
              return new Repeat.Shown(lines(scene), InnoDbDocument.of(scene));
            });
    if (watch) {
      return repeat.every(measured);
    }
    int exit = repeat.once();
    return exit == 0 && bad[0] ? 1 : exit;
  }

  private void waited(Duration measured) {
    var stopped = new CountDownLatch(1);
    call.cancel().onAsk(stopped::countDown);
    try {
      var _ = stopped.await(measured.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    call.cancel().check();
  }

  private List<String> lines(InnoDbScene scene) {
    var lines = new ArrayList<String>();
    String head =
        "%s: %s (measured over %.1f s)"
            .formatted(
                scene.instance().name(), scene.summary(), scene.measured().toMillis() / 1_000.0);
    lines.add(call.terminal().painted(Tone.STRONG, Harmless.line(head)));
    var table =
        new Table(
            Column.text("PART").spare(2),
            Column.text("FIGURE").keeps(26),
            Column.number("VALUE"),
            Column.text("STATE"),
            Column.elastic("WHAT IS UNUSUAL").spare(1));
    String group = "";
    for (Figure figure : scene.figures()) {
      if (unusual && figure.severity() == Severity.OK) {
        continue;
      }
      table.row(
          figure.group().equals(group) ? "" : figure.group(),
          figure.name(),
          figure.value(),
          state(figure),
          figure.words());
      group = figure.group();
    }
    if (!table.isEmpty()) {
      lines.addAll(table.lines(call.terminal()));
    }
    scene.notes().forEach(note -> lines.add("note: " + Harmless.line(note)));
    scene
        .denied()
        .forEach(
            denied ->
                lines.add(
                    Harmless.line("denied: " + denied.what() + "; allowed by: " + denied.grant())));
    return lines;
  }

  private static Cell state(Figure figure) {
    return switch (figure.severity()) {
      case CRITICAL -> new Cell("critical", Tone.RED);
      case WARNING -> new Cell("warning", Tone.YELLOW);
      case NOTICE, UNKNOWN ->
          new Cell(figure.severity().name().toLowerCase(Locale.ROOT), Tone.FAINT);
      case OK -> new Cell("", Tone.PLAIN);
    };
  }
}
