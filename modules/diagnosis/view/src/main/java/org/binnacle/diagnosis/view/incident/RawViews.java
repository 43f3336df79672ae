package org.binnacle.diagnosis.view.incident;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.diagnosis.incident.Part;
import org.binnacle.diagnosis.incident.Recorded;
import org.binnacle.diagnosis.incident.Understood;
import org.binnacle.diagnosis.view.instance.ViewKind;

/// Views of a recording whose part a newer program wrote: in the place of the live view stands what
/// was told, as it was told.
final class RawViews {
  /// The part that a view lives by.
  private static final Map<String, String> PARTS =
      Map.of(
          "sessions", "sessions",
          "locks", "locks",
          "transactions", "transactions",
          "top-sql", "top-sql",
          "replication", "replication",
          "innodb", "innodb",
          "variables", "variables",
          "deadlocks", "innodb",
          "ring", "ring");

  private RawViews() {}

  /// The same view, or the raw part in its place where one of the instances has a newer one.
  static ViewKind of(ViewKind kind, List<Recorded> shown) {
    String step = PARTS.getOrDefault(kind.key(), "");
    boolean newer =
        shown.stream().flatMap(one -> one.part(step).stream()).anyMatch(Understood::newer);
    return newer
        ? new ViewKind(
            kind.key(),
            kind.digit(),
            kind.words(),
            kind.tip() + " (written by a newer version: as it was told)",
            scope -> new PartsView(only(shown, step), scope.kit().settings()))
        : kind;
  }

  private static List<Recorded> only(List<Recorded> shown, String step) {
    return shown.stream()
        .map(
            one ->
                new Recorded(
                    one.instance(),
                    one.version(),
                    one.flavour(),
                    one.part(step).map(List::of).orElse(List.of())))
        .toList();
  }

  /// What is said above a part that a newer program wrote.
  static Optional<String> note(Part part) {
    return Understood.newer(part)
        ? Optional.of(
            "A newer Binnacle wrote this part (version %d of its shape): it is shown as it was told."
                .formatted(part.version()))
        : Optional.empty();
  }
}
