package org.binnacle.explain.read;

import java.util.Optional;
import org.binnacle.explain.AccessMethod;
import org.binnacle.explain.Materialized;
import org.binnacle.explain.NodeKind;

/// What a node learns from its children, and they from it, once all are read.
final class Adoption {
  private Adoption() {}

  static void settle(Draft parent) {
    Roles.assign(parent);
    if (parent.kind instanceof NodeKind.Access access) {
      if (access.method() == AccessMethod.INDEX_MERGE && access.table().name().isEmpty()) {
        mergeTable(parent);
      }
      for (Draft child : parent.children) {
        if (child.kind instanceof NodeKind.Materialize kept && kept.what() == Materialized.UNSAID) {
          boolean subquery = access.table().name().startsWith("<subquery");
          child.kind =
              new NodeKind.Materialize(
                  subquery ? Materialized.SUBQUERY : Materialized.DERIVED,
                  kept.name().isEmpty() ? access.table().name() : kept.name(),
                  kept.deduplicated());
        }
      }
    }
  }

  /// An index merge does not name its table; the scans below it do.
  private static void mergeTable(Draft merge) {
    for (Draft child : merge.children) {
      if (child.kind instanceof NodeKind.Access part) {
        merge.kind = new NodeKind.Access(AccessMethod.INDEX_MERGE, part.table(), Optional.empty());
        return;
      }
    }
  }
}
