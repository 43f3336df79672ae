package org.binnacle.explain.read;

import java.util.ArrayDeque;
import java.util.Set;
import org.binnacle.explain.PlanFormat;

/// EXPLAIN and ANALYZE FORMAT=JSON of MariaDB.
final class MariaJsonReader implements PlanReader {
  /// Keys that only MariaDB prints.
  private static final Set<String> OWN =
      Set.of(
          "query_optimization",
          "r_loops",
          "r_rows",
          "loops",
          "block-nl-join",
          "filesort",
          "temporary_table",
          "read_sorted_file",
          "materialized",
          "expression_cache",
          "subqueries",
          "const_condition",
          "outer_ref_condition",
          "rowid_filter",
          "recursive_union",
          "window_functions_computation",
          "range-checked-for-each-record");

  @Override
  public PlanFormat format() {
    return PlanFormat.MARIADB_JSON;
  }

  @Override
  public boolean fits(Unwrapped source) {
    return source instanceof Unwrapped.JsonDocument json
        && (holdsOwn(json.root()) || inlineArrays(json.slice().text()));
  }

  @Override
  public Reading read(Unwrapped source) {
    return JsonV1Reader.read((Unwrapped.JsonDocument) source);
  }

  private static boolean holdsOwn(Json root) {
    var open = new ArrayDeque<Json>();
    open.push(root);
    while (!open.isEmpty()) {
      switch (open.pop()) {
        case Json.Obj object -> {
          for (Json.Member member : object.members()) {
            if (OWN.contains(member.name())) {
              return true;
            }
            open.push(member.value());
          }
        }
        case Json.Arr array -> array.items().forEach(open::push);
        case Json.Scalar scalar -> {}
        case Json.Skipped skipped -> {}
      }
    }
    return false;
  }

  /// MySQL prints each value of an array on a line of its own, MariaDB all on one: tells plans of
  /// one table apart in which no key does.
  private static boolean inlineArrays(String text) {
    return text.contains("\": [\"") && text.contains("\"query_block\"");
  }
}
