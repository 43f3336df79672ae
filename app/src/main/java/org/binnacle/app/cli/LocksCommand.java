package org.binnacle.app.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.binnacle.diagnosis.lock.LockDocument;
import org.binnacle.diagnosis.lock.MergedLockText;
import org.binnacle.diagnosis.lock.MergedLocks;
import org.binnacle.mysql.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `binnacle locks`.
@Command(
    name = "locks",
    description = "Show who waits for whom: row locks and metadata locks in one tree, roots first.",
    footerHeading = "%nFor example:%n",
    footer = {
      "  binnacle locks shop-1",
      "  binnacle locks shop-1 shop-2",
      "  binnacle locks cluster:shop --watch",
      "  binnacle locks shop-1 --json | jq '.roots[0].id'",
      "Of several the roots of all stand in one tree, those first for whom is waited longest in all.",
      "The exit code is 1 where somebody waits, 0 where nobody does, 3 where nobody is seen to wait",
      "and an instance could not be read."
    })
final class LocksCommand implements Callable<Integer> {
  private final Call call;

  LocksCommand(Call call) {
    this.call = call;
  }

  @Parameters(paramLabel = "TARGET", arity = "1..*", description = TargetList.WORDS)
  List<String> targets = List.of();

  @Option(
      names = {"-w", "--watch"},
      description = "Look again every two seconds until Ctrl+C; with --json one document a line.")
  boolean watch;

  @Override
  public Integer call() {
    List<Server> servers = TargetList.of(call, targets);
    var exit = new int[1];
    var repeat =
        new Repeat(
            call,
            () -> {
              MergedLocks locks = read(servers);
              exit[0] = exit(locks);
              return new Repeat.Shown(lines(locks), LockDocument.of(locks));
            });
    if (watch) {
      return repeat.every(Duration.ofSeconds(2));
    }
    int shown = repeat.once();
    return shown == 0 ? exit[0] : shown;
  }

  /// A failure of the only one, or of all, is told as such.
  private MergedLocks read(List<Server> servers) {
    MergedLocks locks = call.house().diagnosis().locks().read(servers);
    if (locks.scenes().isEmpty()) {
      throw locks.failed().values().iterator().next();
    }
    return locks;
  }

  private static int exit(MergedLocks locks) {
    if (!locks.isEmpty()) {
      return 1;
    }
    return locks.failed().values().stream()
        .findFirst()
        .map(fault -> fault.code().kind().exitCode())
        .orElse(0);
  }

  private static List<String> lines(MergedLocks locks) {
    return MergedLockText.of(locks).lines().map(Harmless::laidOut).toList();
  }
}
