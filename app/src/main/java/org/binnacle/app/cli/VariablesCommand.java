package org.binnacle.app.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.binnacle.app.cli.Table.Cell;
import org.binnacle.app.cli.Table.Column;
import org.binnacle.app.cli.Terminal.Tone;
import org.binnacle.diagnosis.variable.Origin;
import org.binnacle.diagnosis.variable.Variable;
import org.binnacle.diagnosis.variable.VariableChange;
import org.binnacle.diagnosis.variable.VariableDiff;
import org.binnacle.diagnosis.variable.VariableDocument;
import org.binnacle.diagnosis.variable.VariablesScene;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `binnacle variables`.
@Command(
    name = "variables",
    description = "Show the variables of an instance, or where several instances differ.",
    footerHeading = "%nFor example:%n",
    footer = {
      "  binnacle variables shop-1 --filter buffer_pool",
      "  binnacle variables shop-1 --changed",
      "  binnacle variables shop-1 shop-2 shop-3 --diff",
      "Each look is remembered; --changed compares with those before. With --diff the exit code is",
      "1 where instances differ in more than their names, addresses and paths."
    })
final class VariablesCommand implements Callable<Integer> {
  private final Call call;

  VariablesCommand(Call call) {
    this.call = call;
  }

  @Parameters(
      paramLabel = "TARGET",
      arity = "1..*",
      description = "Names of the inventory, or mysql://user@host:port.")
  List<String> targets = List.of();

  @Option(names = "--filter", paramLabel = "TEXT", description = "Only names that hold this.")
  String filter = "";

  @Option(
      names = "--changed",
      description = "Only what is not at its default, was SET, or changed since earlier looks.")
  boolean changed;

  @Option(names = "--diff", description = "Several instances beside each other: what differs.")
  boolean diff;

  @Option(
      names = "--all",
      description = "With --diff: also what is alike, and what differs by its nature.")
  boolean all;

  @Option(
      names = {"-w", "--watch"},
      description = "Look again each minute until Ctrl+C; with --json one document a line.")
  boolean watch;

  @Override
  public Integer call() {
    if (targets.size() > 1 && !diff) {
      throw misuse("several instances go with --diff");
    }
    if (diff && targets.stream().distinct().count() < 2) {
      throw misuse("--diff takes two instances or more");
    }
    if (diff && changed) {
      throw misuse("--diff and --changed exclude each other");
    }
    if (all && !diff) {
      throw misuse("--all goes with --diff");
    }
    List<Server> servers = targets.stream().distinct().map(call::target).toList();
    var unlike = new boolean[1];
    var repeat =
        new Repeat(
            call,
            () -> {
              List<VariablesScene> scenes =
                  servers.stream().map(call.house().diagnosis().variables()::read).toList();
              if (!diff) {
                return one(scenes.getFirst());
              }
              VariableDiff found =
                  VariableDiff.of(scenes.stream().map(VariablesScene::look).toList());
              unlike[0] = !found.unlike().isEmpty();
              return differences(found);
            });
    if (watch) {
      return repeat.every(Duration.ofSeconds(60));
    }
    int exit = repeat.once();
    return exit == 0 && unlike[0] ? 1 : exit;
  }

  private static Fault misuse(String text) {
    return new Fault(CliFaults.USAGE, "binnacle variables: " + text);
  }

  private boolean named(String name) {
    return name.contains(filter.toLowerCase(Locale.ROOT));
  }

  private Repeat.Shown one(VariablesScene scene) {
    var newest = scene.newest();
    Predicate<Variable> wanted =
        variable ->
            named(variable.name())
                && (!changed
                    || newest.containsKey(variable.name())
                    || variable.setAt().isPresent()
                    || variable.otherAfterRestart()
                    || (variable.origin() != Origin.DEFAULT
                        && variable.origin() != Origin.UNKNOWN));
    var lines = new ArrayList<String>();
    lines.add(
        call.terminal()
            .painted(Tone.STRONG, Harmless.line(scene.instance().name() + ": " + scene.summary())));
    var table =
        new Table(
            Column.text("VARIABLE"),
            Column.elastic("VALUE"),
            Column.text("FROM").spare(3),
            Column.elastic("DEFAULT").spare(2),
            Column.text("DYNAMIC").spare(4),
            Column.elastic("CHANGED").spare(1));
    scene.look().variables().stream()
        .filter(wanted)
        .forEach(
            variable ->
                table.row(
                    variable.name(),
                    variable.value(),
                    variable.origin().words(),
                    variable.usual().orElse(""),
                    variable.dynamic().map(yes -> yes ? "yes" : "no").orElse(""),
                    marks(variable, Optional.ofNullable(newest.get(variable.name())))));
    if (table.isEmpty()) {
      lines.add("No variable fits.");
    } else {
      lines.addAll(table.lines(call.terminal()));
    }
    scene.look().notes().forEach(note -> lines.add("note: " + Harmless.line(note)));
    scene
        .look()
        .denied()
        .forEach(
            denied ->
                lines.add(
                    Harmless.line("denied: " + denied.what() + "; allowed by: " + denied.grant())));
    return new Repeat.Shown(lines, VariableDocument.of(scene, wanted));
  }

  private static Cell marks(Variable variable, Optional<VariableChange> change) {
    var words = new ArrayList<String>();
    change.ifPresent(
        seen ->
            words.add(
                "seen %s, was %s"
                    .formatted(
                        seen.seenAt().truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
                        seen.was().map(was -> was.isEmpty() ? "empty" : was).orElse("not there"))));
    variable
        .setAt()
        .ifPresent(
            at ->
                words.add(
                    "set %s by %s"
                        .formatted(
                            at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
                            variable.setBy())));
    if (variable.otherAfterRestart()) {
      words.add("after a restart " + variable.persisted().orElse(""));
    }
    return new Cell(String.join("; ", words), Tone.YELLOW);
  }

  private Repeat.Shown differences(VariableDiff found) {
    List<VariableDiff.Line> wanted =
        found.lines().stream()
            .filter(line -> named(line.name()) && (all || line.unlike()))
            .toList();
    var columns = new ArrayList<Column>();
    columns.add(Column.text("VARIABLE"));
    found.instances().forEach(instance -> columns.add(Column.elastic(instance.name())));
    if (all) {
      columns.add(Column.text("WHY"));
    }
    var table = new Table(columns.toArray(Column[]::new));
    for (VariableDiff.Line line : wanted) {
      var cells = new ArrayList<Object>();
      cells.add(line.name());
      line.values().forEach(value -> cells.add(value.orElse("(does not have it)")));
      if (all) {
        cells.add(!line.differs() ? "alike" : line.own() ? "by nature" : "differs");
      }
      table.row(cells.toArray());
    }
    var lines = new ArrayList<String>();
    long unlike = found.unlike().size();
    lines.add(
        call.terminal()
            .painted(
                Tone.STRONG,
                unlike == 0
                    ? "%d instances are set alike".formatted(found.instances().size())
                    : "%,d variable%s differ%s"
                        .formatted(unlike, unlike == 1 ? "" : "s", unlike == 1 ? "s" : "")));
    if (!table.isEmpty()) {
      lines.addAll(table.lines(call.terminal()));
    }
    return new Repeat.Shown(lines, VariableDocument.of(found, wanted));
  }
}
