package org.binnacle.app.cli;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.binnacle.diagnosis.kill.KillFaults;
import org.binnacle.diagnosis.kill.Target;
import org.binnacle.diagnosis.lock.LockNode;
import org.binnacle.diagnosis.lock.LockText;
import org.binnacle.diagnosis.lock.MergedLockText;
import org.binnacle.diagnosis.lock.MergedLocks;
import org.binnacle.diagnosis.lock.Who;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.mysql.Server;

/// The sessions that most others wait for, on whichever of some instances they are, alone or with
/// their trees.
final class KillRoot {
  private final Call call;

  KillRoot(Call call) {
    this.call = call;
  }

  /// @param most how many roots, the worst first
  /// @return by instance; one that nobody waits for is there without targets where it is the only
  ///   one
  /// @throws Fault with {@link KillFaults#NO_CONNECTION} where KILL can't reach them
  Map<Server, List<Target>> targets(List<Server> servers, int most, boolean withTree) {
    MergedLocks locks = call.house().diagnosis().locks().read(servers);
    if (locks.scenes().isEmpty()) {
      throw locks.failed().values().iterator().next();
    }
    locks.failed().forEach((ref, fault) -> call.tell(MergedLockText.unread(ref, fault)));
    if (locks.isEmpty()) {
      String where = servers.size() == 1 ? servers.getFirst().ref().name() + ": " : "";
      call.tell(where + MergedLockText.summary(locks));
      return Map.of(servers.getFirst(), List.of());
    }
    Map<InstanceRef, Set<Who>> whom = new LinkedHashMap<>();
    locks.roots().stream()
        .limit(most)
        .forEach(
            root ->
                (withTree ? root.nodes() : List.of(root.node()))
                    .stream()
                        .map(LockNode::who)
                        .forEach(
                            who ->
                                whom.computeIfAbsent(root.instance(), ref -> new LinkedHashSet<>())
                                    .add(who)));
    Map<Server, List<Target>> found = new LinkedHashMap<>();
    whom.forEach(
        (instance, those) -> {
          List<Target> targets = locks.targets(instance, those);
          servers.stream()
              .filter(server -> server.id().equals(instance.id()) && !targets.isEmpty())
              .forEach(server -> found.put(server, targets));
        });
    if (found.isEmpty()) {
      throw new Fault(
          KillFaults.NO_CONNECTION,
          String.join(", ", whom.keySet().stream().map(InstanceRef::name).toList()));
    }
    if (!call.json()) {
      tell(locks, most, whom);
    }
    return found;
  }

  private void tell(MergedLocks locks, int most, Map<InstanceRef, Set<Who>> whom) {
    for (MergedLocks.Root root : locks.roots().subList(0, Math.min(most, locks.roots().size()))) {
      String where = locks.several() ? root.instance().name() + "  " : "";
      call.tell(where + LockText.head(root.node()));
    }
    locks.releaseWords(whom).lines().forEach(call::tell);
  }
}
