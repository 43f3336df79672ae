package org.binnacle.explain.read;

import org.binnacle.explain.Flag;
import org.binnacle.explain.JoinAlgorithm;
import org.binnacle.explain.JoinType;
import org.binnacle.explain.Role;
import org.jspecify.annotations.Nullable;

/// One table of a join as block formats list them, with how it is joined to those before it.
final class JoinPart {
  final Draft node;
  JoinAlgorithm algorithm = JoinAlgorithm.NESTED_LOOP;
  @Nullable String condition;
  @Nullable Double rows;
  @Nullable Double cost;
  @Nullable Double actualRows;
  @Nullable Double ownMs;

  JoinPart(Draft node) {
    this.node = node;
  }

  JoinType type() {
    if (node.flags.contains(Flag.NOT_EXISTS)) {
      return JoinType.ANTI;
    }
    String condition = node.filter;
    // Conditions that are only checked on rows that are not filled up with NULL: an outer join.
    if (condition != null
        && (condition.contains("trigcond(") || condition.contains("is_not_null_compl("))) {
      return JoinType.LEFT;
    }
    boolean semi = node.flags.contains(Flag.FIRST_MATCH) || node.flags.contains(Flag.LOOSE_SCAN);
    return semi ? JoinType.SEMI : JoinType.UNSAID;
  }

  /// The role of what was joined before, and of this part.
  Role before() {
    return algorithm == JoinAlgorithm.NESTED_LOOP || algorithm == JoinAlgorithm.BLOCK_NESTED_LOOP
        ? Role.OUTER
        : Role.BUILD;
  }

  Role own() {
    return before() == Role.OUTER ? Role.INNER : Role.PROBE;
  }

  /// Names the algorithm by the words of a join buffer: `hash join`, `Block Nested Loop`, `flat,
  /// BNLH join`, `Batched Key Access`.
  void buffer(String words) {
    node.flags.add(Flag.JOIN_BUFFER);
    node.details.put("using_join_buffer", words);
    if (words.contains("hash") || words.contains("BNLH")) {
      algorithm = JoinAlgorithm.HASH;
    } else if (words.contains("BKA") || words.contains("Batched")) {
      algorithm = JoinAlgorithm.BATCHED_KEY;
    } else {
      algorithm = JoinAlgorithm.BLOCK_NESTED_LOOP;
    }
  }
}
