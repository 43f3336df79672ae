package org.binnacle.app.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.binnacle.diagnosis.kill.KillFaults;
import org.binnacle.diagnosis.kill.Target;
import org.binnacle.diagnosis.lock.LockNode;
import org.binnacle.diagnosis.lock.LockScene;
import org.binnacle.diagnosis.lock.LockText;
import org.binnacle.diagnosis.lock.LockTree;
import org.binnacle.diagnosis.lock.Release;
import org.binnacle.diagnosis.lock.Who;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Server;

/// The session that most others wait for, alone or with its tree.
final class KillRoot {
  private final Call call;

  KillRoot(Call call) {
    this.call = call;
  }

  /// @throws Fault with {@link KillFaults#NO_CONNECTION} where KILL can't reach it
  List<Target> targets(Server server, boolean withTree) {
    LockScene scene = call.house().diagnosis().locks().read(server);
    LockTree found = scene.tree();
    if (found.isEmpty()) {
      call.tell(server.ref().name() + ": " + LockText.summary(scene));
      return List.of();
    }
    LockNode worst = found.roots().getFirst();
    Set<Who> whom =
        (withTree ? new LockTree(List.of(worst), List.of()).nodes() : List.of(worst))
            .stream().map(LockNode::who).collect(Collectors.toSet());
    List<Target> targets =
        whom.stream()
            .filter(Who::hasConnection)
            .sorted()
            .map(
                who ->
                    found
                        .find(who)
                        .flatMap(node -> node.party().row())
                        .map((ProcessRow row) -> Target.of(row))
                        .orElse(Target.of(who.connectionId())))
            .toList();
    if (targets.isEmpty()) {
      throw new Fault(KillFaults.NO_CONNECTION, server.ref().name());
    }
    if (!call.json()) {
      call.tell(LockText.head(worst));
      call.tell(Release.words(found, whom));
    }
    return targets;
  }
}
