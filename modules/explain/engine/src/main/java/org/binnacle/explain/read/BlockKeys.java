package org.binnacle.explain.read;

import java.util.Set;

/// The keys of block JSON that hold steps.
final class BlockKeys {
  static final Set<String> SUBQUERIES =
      Set.of(
          "attached_subqueries",
          "select_list_subqueries",
          "update_value_subqueries",
          "insert_values_subqueries",
          "insert_update_subqueries",
          "having_subqueries",
          "order_by_subqueries",
          "group_by_subqueries",
          "optimized_away_subqueries",
          "subqueries");

  private static final Set<String> STRUCTURE =
      Set.of(
          "query_block",
          "table",
          "nested_loop",
          "ordering_operation",
          "grouping_operation",
          "duplicates_removal",
          "windowing",
          "buffer_result",
          "union_result",
          "intersect_result",
          "except_result",
          "unary_result",
          "recursive_union",
          "insert_from",
          "filesort",
          "temporary_table",
          "window_functions_computation",
          "read_sorted_file",
          "block-nl-join",
          "range-checked-for-each-record",
          "expression_cache",
          "materialized",
          "materialization",
          "materialized_from_subquery");

  /// Arrays of objects that others read, or that describe and hold no step.
  static final Set<String> NO_STEPS = Set.of("query_specifications", "windows", "sorts");

  private BlockKeys() {}

  static boolean structural(String name) {
    return STRUCTURE.contains(name);
  }
}
