package org.binnacle.explain.read;

import org.binnacle.explain.JoinAlgorithm;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.Role;

/// Says what the children of a node do for it, where the format has not said so.
final class Roles {
  private Roles() {}

  static void assign(Draft parent) {
    boolean first = true;
    for (Draft child : parent.children) {
      if (child.role != Role.INPUT) {
        first = false;
        continue;
      }
      child.role = role(parent.kind, child.kind, first);
      first = false;
    }
  }

  private static Role role(NodeKind parent, NodeKind child, boolean first) {
    if (child instanceof NodeKind.Subquery) {
      return Role.CONDITION;
    }
    if (parent instanceof NodeKind.Join join) {
      boolean hashed =
          join.algorithm() == JoinAlgorithm.HASH || join.algorithm() == JoinAlgorithm.BATCHED_KEY;
      return hashed ? Role.PROBE : first ? Role.OUTER : Role.INNER;
    }
    boolean filled =
        child instanceof NodeKind.Materialize || parent instanceof NodeKind.Materialize;
    return filled ? Role.SOURCE : Role.INPUT;
  }
}
