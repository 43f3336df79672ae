package org.binnacle.app.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.binnacle.diagnosis.lock.LockDocument;
import org.binnacle.diagnosis.lock.LockScene;
import org.binnacle.diagnosis.lock.LockText;
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
      "  binnacle locks shop-1 --json | jq '.roots[0].id'",
      "The exit code is 1 where somebody waits, 0 where nobody does."
    })
final class LocksCommand implements Callable<Integer> {
  private final Call call;

  LocksCommand(Call call) {
    this.call = call;
  }

  @Parameters(
      paramLabel = "TARGET",
      description = "A name of the inventory, or mysql://user@host:port.")
  String target = "";

  @Option(
      names = {"-w", "--watch"},
      description = "Look again every two seconds until Ctrl+C; with --json one document a line.")
  boolean watch;

  @Override
  public Integer call() {
    Server server = call.target(target);
    var waiting = new boolean[1];
    var repeat =
        new Repeat(
            call,
            () -> {
              LockScene scene = call.house().diagnosis().locks().read(server);
              waiting[0] = !scene.tree().isEmpty();
              return new Repeat.Shown(lines(scene), LockDocument.of(scene));
            });
    if (watch) {
      return repeat.every(Duration.ofSeconds(2));
    }
    int exit = repeat.once();
    return exit == 0 && waiting[0] ? 1 : exit;
  }

  private static List<String> lines(LockScene scene) {
    return LockText.of(scene).lines().map(Harmless::laidOut).toList();
  }
}
