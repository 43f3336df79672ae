package org.binnacle.app.cli;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.binnacle.diagnosis.health.Silences;
import org.binnacle.diagnosis.replication.ReplicaDocument;
import org.binnacle.diagnosis.replication.ReplicaMark;
import org.binnacle.diagnosis.replication.ReplicaMember;
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
      "  binnacle replication cluster:shop --workers",
      "  binnacle replication shop-2 --json | jq '.instances[0].channels[0].behind_s'",
      "With --json the document has a list \"instances\", also where one is asked.",
      "The exit code is 1 where a channel is broken, stopped or more than 300 s behind, 3 where none",
      "is and an instance could not be read."
    })
final class ReplicationCommand implements Callable<Integer> {
  private final Call call;

  ReplicationCommand(Call call) {
    this.call = call;
  }

  @Parameters(paramLabel = "TARGET", arity = "1..*", description = TargetList.WORDS)
  List<String> targets = List.of();

  @Option(
      names = "--workers",
      description = "Also what each applier thread does, and for how long it has been at it.")
  boolean workers;

  @Option(
      names = {"-w", "--watch"},
      description = "Look again every five seconds until Ctrl+C; with --json one document a line.")
  boolean watch;

  @Override
  public Integer call() {
    List<Server> servers = TargetList.of(call, targets);
    var exit = new int[1];
    var repeat =
        new Repeat(
            call,
            () -> {
              List<ReplicaMember> members = read(servers);
              exit[0] = exit(members);
              return new Repeat.Shown(
                  new ReplicationLines(call, silences(), workers).of(ReplicaTree.of(members)),
                  document(members));
            });
    if (watch) {
      return repeat.every(Duration.ofSeconds(5));
    }
    int shown = repeat.once();
    return shown == 0 ? exit[0] : shown;
  }

  private Silences silences() {
    return call.house().diagnosis().silences();
  }

  /// A failure of all of them is told as such.
  private List<ReplicaMember> read(List<Server> servers) {
    List<ReplicaMember> members = call.house().diagnosis().replication().read(servers);
    if (members.stream().allMatch(ReplicaMember::unreachable)) {
      throw members.getFirst().fault().orElseThrow();
    }
    return members;
  }

  private static int exit(List<ReplicaMember> members) {
    boolean broken =
        members.stream()
            .flatMap(one -> one.known().stream())
            .anyMatch(scene -> scene.severity() == Severity.CRITICAL);
    if (broken) {
      return 1;
    }
    return members.stream()
        .flatMap(one -> one.fault().stream())
        .findFirst()
        .map(fault -> fault.code().kind().exitCode())
        .orElse(0);
  }

  /// The same shape for one and for many, in the order in which they were named.
  private Map<String, Object> document(List<ReplicaMember> members) {
    List<ReplicaTree.Place> places = ReplicaTree.of(members);
    return Map.of(
        "instances",
        members.stream()
            .flatMap(member -> places.stream().filter(place -> place.member().equals(member)))
            .map(
                place ->
                    ReplicaDocument.of(
                        place, ReplicaMark.of(silences(), place.member().instance().id())))
            .toList());
  }
}
