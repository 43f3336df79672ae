package org.binnacle.explain.read;

import java.util.Locale;
import org.binnacle.explain.Flag;
import org.binnacle.explain.JoinAlgorithm;
import org.binnacle.explain.JoinType;
import org.binnacle.explain.NodeKind;

/// The words for joining: `Inner hash join (a.x = b.y)`.
final class JoinWords {
  private JoinWords() {}

  static boolean read(Draft draft, String operation) {
    int open = operation.indexOf(" (");
    String head = open < 0 ? operation : operation.substring(0, open);
    if (head.length() > 60 || !head.contains("join")) {
      return false;
    }
    JoinAlgorithm algorithm;
    if (head.startsWith("Nested loop ")) {
      algorithm = JoinAlgorithm.NESTED_LOOP;
    } else if (head.contains(" hash join") || head.startsWith("Hash ")) {
      algorithm = JoinAlgorithm.HASH;
    } else if (head.startsWith("Batched key access ")) {
      algorithm = JoinAlgorithm.BATCHED_KEY;
    } else {
      return false;
    }
    draft.kind = new NodeKind.Join(algorithm, type(head));
    String rest = open < 0 ? "" : operation.substring(open + 1);
    if (rest.contains("(FirstMatch)")) {
      draft.flags.add(Flag.FIRST_MATCH);
    } else if (rest.contains("(LooseScan)")) {
      draft.flags.add(Flag.LOOSE_SCAN);
    } else if (!rest.isEmpty() && !rest.startsWith("(no condition)")) {
      draft.lookup = rest;
    }
    return true;
  }

  private static JoinType type(String head) {
    if (head.contains("antijoin")) {
      return JoinType.ANTI;
    }
    if (head.contains("semijoin")) {
      return JoinType.SEMI;
    }
    return head.toLowerCase(Locale.ROOT).contains("left") ? JoinType.LEFT : JoinType.INNER;
  }
}
