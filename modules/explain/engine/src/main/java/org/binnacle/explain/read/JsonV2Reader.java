package org.binnacle.explain.read;

import java.util.Set;
import org.binnacle.explain.PlanFormat;
import org.binnacle.explain.Role;
import org.binnacle.explain.TextRange;
import org.jspecify.annotations.Nullable;

/// FORMAT=JSON version 2: an object for each iterator, inside `query_plan` since 9.5 and bare
/// before.
final class JsonV2Reader implements PlanReader {
  private static final Set<String> READ =
      Set.of(
          "operation",
          "inputs",
          "inputs_from_select_list",
          "estimated_rows",
          "estimated_total_cost",
          "estimated_first_row_cost",
          "actual_rows",
          "actual_loops",
          "actual_first_row_ms",
          "actual_last_row_ms",
          "query",
          "query_plan",
          "schema_name",
          "table_name",
          "alias",
          "heading");

  @Override
  public PlanFormat format() {
    return PlanFormat.JSON_V2;
  }

  @Override
  public boolean fits(Unwrapped source) {
    return source instanceof Unwrapped.JsonDocument json
        && (json.root().has("query_plan")
            || json.root().has("operation")
            || json.root().has("inputs")
            || json.root().has("json_schema_version"));
  }

  @Override
  public Reading read(Unwrapped source) {
    var json = (Unwrapped.JsonDocument) source;
    var reading = new Reading();
    reading.notes.addAll(json.notes());
    reading.rewritten = json.root().text("query");
    Json.Obj top = json.root().object("query_plan").orElse(json.root());
    if (top.has("operation") || top.has("inputs") || top.has("access_type")) {
      reading.roots.add(node(top));
    }
    return reading;
  }

  private static Draft node(Json.Obj object) {
    String operation = object.text("operation");
    String label = operation == null ? words(object) : operation;
    Draft draft = Operations.read(label, object.range());
    JsonV2Fields.into(draft, object);
    numbers(draft, object);
    inputs(draft, object.get("inputs"), Role.INPUT);
    inputs(draft, object.get("inputs_from_select_list"), Role.PROJECTION);
    for (Json.Member member : object.members()) {
      if (!READ.contains(member.name())) {
        Details.put(draft, member);
      }
    }
    Adoption.settle(draft);
    return headed(draft, object);
  }

  private static String words(Json.Obj object) {
    String access = object.text("access_type");
    return access == null ? "(no operation told)" : access;
  }

  private static void inputs(Draft draft, @Nullable Json inputs, Role role) {
    if (!(inputs instanceof Json.Arr array)) {
      return;
    }
    for (Json item : array.items()) {
      Draft child =
          item instanceof Json.Obj object
              ? node(object)
              : Draft.other("(not read: too deep or no step)", item.range());
      if (role == Role.PROJECTION) {
        child.role = role;
      }
      draft.add(child);
    }
  }

  /// A node may carry the heading that a tree prints on a line of its own.
  private static Draft headed(Draft draft, Json.Obj object) {
    String heading = object.text("heading");
    if (heading == null) {
      return draft;
    }
    if (!heading.startsWith("Select #")) {
      Headings.apply(heading, draft);
      return draft;
    }
    Draft subquery =
        Operations.read(heading, new TextRange(object.range().start(), object.range().end()));
    return subquery.add(draft);
  }

  private static void numbers(Draft draft, Json.Obj object) {
    draft.rows = object.number("estimated_rows");
    draft.cost = object.number("estimated_total_cost");
    draft.firstRowCost = object.number("estimated_first_row_cost");
    Json rows = object.get("actual_rows");
    if (rows == null) {
      return;
    }
    Double actual = object.number("actual_rows");
    draft.neverExecuted = actual == null;
    draft.actualRows = actual;
    Double loops = object.number("actual_loops");
    draft.loops = loops == null ? 1 : loops;
    draft.firstMs = object.number("actual_first_row_ms");
    Double last = object.number("actual_last_row_ms");
    draft.totalMs = last == null ? null : Double.valueOf(last * draft.loops);
  }
}
