package org.binnacle.explain.read;

import java.util.List;
import java.util.Set;
import org.binnacle.explain.AccessMethod;
import org.binnacle.explain.Flag;
import org.binnacle.explain.NodeKind;
import org.jspecify.annotations.Nullable;

/// A `table` object of block JSON, MySQL's version 1 and MariaDB's alike.
final class TableJson {
  private static final Set<String> READ =
      Set.of(
          "table_name",
          "access_type",
          "key",
          "used_key_parts",
          "key_length",
          "rows",
          "rows_examined_per_scan",
          "filtered",
          "attached_condition",
          "index_condition",
          "using_index",
          "materialized_from_subquery",
          "materialized",
          "r_loops",
          "r_rows",
          "r_filtered",
          "ref",
          "message",
          "using_join_buffer");

  private static final List<String> LISTED =
      List.of("not_exists", "distinct", "first_match", "loosescan");

  private TableJson() {}

  /// The part of a join that the table is; what is materialized below it is read by the caller.
  static JoinPart part(Json.Obj table) {
    Draft draft = new Draft(new NodeKind.Constant(), "", table.range());
    flags(draft, table);
    AccessMethod method = method(table);
    List<String> parts = table.texts("used_key_parts");
    String key = table.text("key");
    if (key == null && method == AccessMethod.INDEX_MERGE) {
      key = MergeJson.key(table);
    }
    String name = table.text("table_name");
    boolean covering = table.isTrue("using_index") || method == AccessMethod.GROUP_SKIP_SCAN;
    boolean reverse = table.isTrue("backward_index_scan");
    var access =
        AccessTypes.access(
            method,
            name == null ? "" : name,
            key,
            parts,
            covering,
            reverse,
            table.number("key_length"));
    String ref = String.join(", ", table.texts("ref"));
    draft.lookup = ref.isEmpty() ? null : ref;
    draft.kind = access;
    draft.label = AccessTypes.label(access, ref);
    draft.filter = table.text("attached_condition");
    draft.indexCondition = table.text("index_condition");
    TableNumbers.into(draft, table);
    for (Json.Member member : table.members()) {
      boolean container = member.value() instanceof Json.Obj && BlockKeys.structural(member.name());
      if (!READ.contains(member.name())
          && !container
          && !BlockKeys.SUBQUERIES.contains(member.name())) {
        Details.put(draft, member);
      }
    }
    return joined(draft, table);
  }

  private static JoinPart joined(Draft draft, Json.Obj table) {
    var part = new JoinPart(draft);
    part.rows = table.number("rows_produced_per_join");
    part.cost = table.object("cost_info").map(cost -> cost.number("prefix_cost")).orElse(null);
    String buffer = table.text("using_join_buffer");
    if (buffer != null) {
      part.buffer(buffer);
    }
    return part;
  }

  private static AccessMethod method(Json.Obj table) {
    if (table.has("using_index_for_group_by")) {
      return AccessMethod.GROUP_SKIP_SCAN;
    }
    if (table.isTrue("using_index_for_skip_scan")) {
      return AccessMethod.SKIP_SCAN;
    }
    @Nullable String type = table.text("access_type");
    return type == null && table.has("table_function")
        ? AccessMethod.TABLE_FUNCTION
        : AccessTypes.of(type);
  }

  private static void flags(Draft draft, Json.Obj table) {
    for (String name : LISTED) {
      if (table.has(name)) {
        draft.flags.add(
            switch (name) {
              case "not_exists" -> Flag.NOT_EXISTS;
              case "distinct" -> Flag.DISTINCT;
              case "first_match" -> Flag.FIRST_MATCH;
              default -> Flag.LOOSE_SCAN;
            });
      }
    }
    flag(draft, table.has("attached_condition"), Flag.USING_WHERE);
    flag(draft, table.has("index_condition"), Flag.INDEX_CONDITION);
    flag(draft, table.has("using_MRR") || table.has("mrr_type"), Flag.MULTI_RANGE_READ);
    flag(draft, table.has("backward_index_scan"), Flag.BACKWARD_SCAN);
    flag(draft, table.has("using_filesort"), Flag.FILESORT);
    flag(draft, table.has("using_temporary_table"), Flag.TEMPORARY);
    flag(draft, table.has("full_scan_on_NULL_key"), Flag.FULL_SCAN_ON_NULL_KEY);
    flag(draft, table.has("range_checked_for_each_record"), Flag.REPLANNED);
    flag(draft, table.has("recursive"), Flag.RECURSIVE);
    flag(draft, table.has("using_secondary_engine"), Flag.SECONDARY_ENGINE);
    flag(draft, table.has("rowid_filter"), Flag.ROWID_FILTER);
  }

  private static void flag(Draft draft, boolean holds, Flag flag) {
    if (holds) {
      draft.flags.add(flag);
    }
  }
}
