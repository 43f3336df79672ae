package org.binnacle.explain.read;

import org.binnacle.explain.Flag;
import org.binnacle.explain.NodeKind;
import org.jspecify.annotations.Nullable;

/// Rows, cost and measured figures of operations in block JSON.
final class ContainerNumbers {
  private ContainerNumbers() {}

  static void into(Draft draft, Json.Obj object, @Nullable Draft inside) {
    for (Json.Member member : object.members()) {
      if (!BlockKeys.structural(member.name()) && !BlockKeys.SUBQUERIES.contains(member.name())) {
        Details.put(draft, member);
      }
    }
    if (draft.kind instanceof NodeKind.Sort || object.isTrue("using_filesort")) {
      draft.flags.add(Flag.FILESORT);
    }
    if (draft.kind instanceof NodeKind.TempTable || object.isTrue("using_temporary_table")) {
      draft.flags.add(Flag.TEMPORARY);
    }
    if (object.isTrue("r_used_priority_queue")) {
      draft.flags.add(Flag.PRIORITY_QUEUE);
    }
    if (inside != null && !(draft.kind instanceof NodeKind.Aggregate)) {
      draft.rows = inside.rows;
    }
    measured(draft, object, inside);
  }

  private static void measured(Draft draft, Json.Obj object, @Nullable Draft inside) {
    Double loops = object.number("r_loops");
    Double rows = object.number("r_output_rows");
    if (loops != null && loops > 0 && rows != null) {
      draft.loops = loops;
      draft.actualRows = rows / loops;
      draft.totalMs = object.number("r_total_time_ms");
    } else if (inside != null
        && inside.actualRows != null
        && !(draft.kind instanceof NodeKind.Sort)) {
      draft.actualRows = inside.actualRows;
      draft.loops = inside.loops;
      draft.ownMs = 0.0;
    }
  }

  /// MariaDB's buffered join: `r_loops` row combinations come in, each meets the table's rows.
  static void buffered(JoinPart part, Json.Obj object) {
    Double loops = object.number("r_loops");
    Double filtered = object.number("r_filtered");
    Double rows = object.number("r_effective_rows");
    Double other = object.number("r_other_time_ms");
    Double unpack = object.number("r_unpack_time_ms");
    if (loops != null && filtered != null) {
      double met = rows != null ? rows : part.node.actualRows == null ? 0 : part.node.actualRows;
      part.actualRows = loops * met * filtered / 100;
    }
    if (other != null || unpack != null) {
      part.ownMs = (other == null ? 0 : other) + (unpack == null ? 0 : unpack);
    }
  }

  /// The time of the block that a materialization runs.
  static void block(Draft made, Json.Obj object) {
    Json.Obj block = object.object("query_block").orElse(null);
    Double time = block == null ? null : block.number("r_total_time_ms");
    Double loops = block == null ? null : block.number("r_loops");
    Draft inside = made.children.isEmpty() ? null : made.children.getFirst();
    if (inside == null) {
      return;
    }
    made.rows = inside.rows;
    if (inside.actualRows != null) {
      made.actualRows = inside.actualRows * inside.loops / Math.max(1, loops == null ? 1 : loops);
      made.loops = loops == null ? 1 : loops;
      made.totalMs = time;
      if (time == null) {
        made.ownMs = 0.0;
      }
    }
    made.neverExecuted = inside.neverExecuted;
  }
}
