package org.binnacle.diagnosis.incident.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.binnacle.diagnosis.incident.Finding;
import org.binnacle.diagnosis.incident.Part;
import org.binnacle.diagnosis.incident.Recorded;
import org.binnacle.kernel.Severity;

/// The rules that a capture is read by; a new one is a file beside these and a line here.
public final class Rules {
  private Rules() {}

  public static List<Rule> shipped() {
    return List.of(
        new NotReachable(),
        new NotSeen(),
        new IdleBlocker(),
        new MetadataPile(),
        new RowLockPile(),
        new WaitCycle(),
        new ConnectionsFull(),
        new ReplicaStopped(),
        new ReplicaLags(),
        new PileUp(),
        new LongTransaction(),
        new HistoryGrows(),
        new Deadlocks(),
        new TmpOnDisk(),
        new RedoOrDisk(),
        new Restarted(),
        new ReadOnlySource(),
        new VariablesChanged());
  }

  /// What the rules find, the worst first; where nothing is found, that is said.
  public static List<Finding> look(Recorded recorded) {
    var evidence = new Evidence(recorded);
    List<Finding> found =
        shipped().stream()
            .map(rule -> rule.look(evidence))
            .flatMap(Optional::stream)
            .sorted(Comparator.comparing(Finding::severity))
            .toList();
    return found.isEmpty() ? List.of(nothing(evidence)) : found;
  }

  private static Finding nothing(Evidence evidence) {
    long missing =
        evidence.recorded().parts().stream()
            .filter(part -> part.status() != Part.Status.OK)
            .count();
    return new Finding(
        "nothing",
        Severity.OK,
        evidence.recorded().instance().name(),
        "nothing unusual was found"
            + (missing == 0
                ? ""
                : ", but " + Evidence.plural(missing, "part") + " could not be read"),
        List.of(
            Evidence.plural(evidence.sessions().size(), "session")
                + ", load "
                + evidence.status("threads_running").orElse(0)
                + " running"),
        "");
  }
}
