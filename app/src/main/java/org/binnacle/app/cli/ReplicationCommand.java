package org.binnacle.app.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.binnacle.app.cli.Table.Cell;
import org.binnacle.app.cli.Table.Column;
import org.binnacle.app.cli.Terminal.Tone;
import org.binnacle.diagnosis.replication.Advice;
import org.binnacle.diagnosis.replication.ReplicaChannel;
import org.binnacle.diagnosis.replication.ReplicaDocument;
import org.binnacle.diagnosis.replication.ReplicaScene;
import org.binnacle.diagnosis.replication.ReplicaTree;
import org.binnacle.kernel.Severity;
import org.binnacle.mysql.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `binnacle replication`.
@Command(
    name = "replication",
    description = "Show channels, lag and errors of an instance, or of several as a tree.",
    footerHeading = "%nFor example:%n",
    footer = {
      "  binnacle replication shop-2",
      "  binnacle replication shop-1 shop-2 shop-3 --watch",
      "  binnacle replication shop-2 --json | jq '.instances[0].channels[0].lag_s'",
      "With --json the document has a list \"instances\", also where one is asked.",
      "The exit code is 1 where a channel is broken, stopped or more than 300 s behind."
    })
final class ReplicationCommand implements Callable<Integer> {
  private final Call call;

  ReplicationCommand(Call call) {
    this.call = call;
  }

  @Parameters(
      paramLabel = "TARGET",
      arity = "1..*",
      description = "Names of the inventory, or mysql://user@host:port.")
  List<String> targets = List.of();

  @Option(
      names = {"-w", "--watch"},
      description = "Look again every five seconds until Ctrl+C; with --json one document a line.")
  boolean watch;

  @Override
  public Integer call() {
    List<Server> servers = targets.stream().map(call::target).toList();
    var broken = new boolean[1];
    var repeat =
        new Repeat(
            call,
            () -> {
              List<ReplicaScene> scenes =
                  servers.stream().map(call.house().diagnosis()::replication).toList();
              broken[0] = scenes.stream().anyMatch(scene -> scene.severity() == Severity.CRITICAL);
              return new Repeat.Shown(lines(scenes), document(scenes));
            });
    if (watch) {
      return repeat.every(Duration.ofSeconds(5));
    }
    int exit = repeat.once();
    return exit == 0 && broken[0] ? 1 : exit;
  }

  /// The same shape for one and for many.
  private static Map<String, Object> document(List<ReplicaScene> scenes) {
    return Map.of("instances", scenes.stream().map(ReplicaDocument::of).toList());
  }

  private List<String> lines(List<ReplicaScene> scenes) {
    var table =
        new Table(
            Column.text("INSTANCE"),
            Column.text("SOURCE").spare(1),
            Column.number("LAG"),
            Column.number("TO APPLY").spare(2),
            Column.number("MISSING").spare(3),
            Column.text("READ ONLY").spare(4),
            Column.elastic("IN WORDS"));
    for (ReplicaTree.Place place : ReplicaTree.of(scenes)) {
      ReplicaScene scene = place.scene();
      var name = new Cell(scene.instance().name(), Tone.PLAIN, 2 * place.depth());
      String missing =
          place.missing().isPresent() ? String.valueOf(place.missing().getAsLong()) : "";
      String writes = scene.readOnly() ? "yes" : "no";
      if (scene.channels().isEmpty()) {
        table.row(name, "", "", "", missing, writes, words(scene.summary(), place.problem()));
      }
      for (ReplicaChannel channel : scene.channels()) {
        table.row(
            name,
            channel.source() + (channel.name().isEmpty() ? "" : " " + channel.name()),
            channel.lagS().isPresent() ? channel.lagS().getAsLong() + " s" : "?",
            channel.toApply().isPresent() ? channel.toApply().getAsLong() : "",
            missing,
            writes,
            new Cell(words(channel.words(), place.problem()), tone(channel.severity())));
      }
    }
    var lines = new ArrayList<>(table.lines(call.terminal()));
    for (ReplicaTree.Place place : ReplicaTree.of(scenes)) {
      if (place.errant() > 0) {
        lines.add(
            Harmless.line(
                "%s, errant (its source does not have them): %s"
                    .formatted(place.scene().instance().name(), place.errantSet())));
      }
    }
    for (ReplicaScene scene : scenes) {
      for (ReplicaChannel channel : scene.channels()) {
        for (ReplicaChannel.Error error : channel.errors()) {
          lines.add(
              Harmless.line(
                  "%s, %s, error %d: %s"
                      .formatted(
                          scene.instance().name(), error.where(), error.number(), error.text())));
          Advice.on(error.number(), error.text())
              .ifPresent(advice -> lines.add("    " + Harmless.line(advice)));
        }
      }
      scene.notes().forEach(note -> lines.add("note: " + Harmless.line(note)));
      scene
          .denied()
          .forEach(
              denied ->
                  lines.add(
                      Harmless.line(
                          "denied: " + denied.what() + "; allowed by: " + denied.grant())));
    }
    return lines;
  }

  private static String words(String own, String problem) {
    return problem.isEmpty() || own.contains(problem) ? own : own + "; " + problem;
  }

  private static Tone tone(Severity severity) {
    return switch (severity) {
      case CRITICAL -> Tone.RED;
      case WARNING -> Tone.YELLOW;
      case UNKNOWN, NOTICE, OK -> Tone.PLAIN;
    };
  }
}
