package org.binnacle.explain.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.binnacle.explain.AggregateMethod;
import org.binnacle.explain.Flag;
import org.binnacle.explain.JoinAlgorithm;
import org.binnacle.explain.Materialized;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.Role;
import org.jspecify.annotations.Nullable;

/// The operations that block JSON nests around tables.
final class Containers {
  private Containers() {}

  static @Nullable JoinPart part(String name, Json.Obj object) {
    return switch (name) {
      case "table" -> BlockWalk.table(object);
      case "block-nl-join" -> buffered(object);
      case "range-checked-for-each-record" -> rangeChecked(object);
      case "union_result", "intersect_result", "except_result", "unary_result", "recursive_union" ->
          new JoinPart(union(name, object));
      default -> {
        Draft draft = around(name, object);
        yield draft == null ? null : new JoinPart(draft);
      }
    };
  }

  private static @Nullable Draft around(String name, Json.Obj object) {
    Draft inside = BlockWalk.top(object);
    NodeKind kind =
        switch (name) {
          case "ordering_operation" -> sorting(object);
          case "grouping_operation" -> new NodeKind.Aggregate(grouping(object));
          case "duplicates_removal" -> new NodeKind.Deduplicate(false);
          case "windowing", "window_functions_computation" ->
              new NodeKind.Window(object.has("frame_buffer"));
          case "buffer_result", "temporary_table" -> new NodeKind.TempTable();
          // MariaDB, around a subquery that is kept in a table with a key.
          case "materialization" -> new NodeKind.Materialize(Materialized.SUBQUERY, "", true);
          case "filesort" -> new NodeKind.Sort(key(object, "sort_key"), OptionalLong.empty());
          default -> null;
        };
    if (kind == null || (inside == null && kind instanceof NodeKind.Window)) {
      return inside;
    }
    Draft draft = new Draft(kind, label(name, kind), object.range());
    if (inside != null) {
      draft.add(inside);
    }
    ContainerNumbers.into(draft, object, inside);
    return draft;
  }

  /// An ordering operation that neither sorts nor keeps rows is no step.
  private static @Nullable NodeKind sorting(Json.Obj object) {
    if (object.isTrue("using_filesort")) {
      return new NodeKind.Sort(key(object, "filesort_key"), OptionalLong.empty());
    }
    return object.isTrue("using_temporary_table") ? new NodeKind.TempTable() : null;
  }

  private static AggregateMethod grouping(Json.Obj object) {
    return object.isTrue("using_temporary_table")
        ? AggregateMethod.TEMP_TABLE
        : AggregateMethod.ORDERED_GROUPS;
  }

  private static String key(Json.Obj object, String name) {
    return String.join(", ", object.texts(name));
  }

  private static String label(String name, NodeKind kind) {
    return switch (kind) {
      case NodeKind.Sort sort -> sort.keys().isEmpty() ? "Sort" : "Sort: " + sort.keys();
      case NodeKind.Aggregate aggregate ->
          aggregate.method() == AggregateMethod.TEMP_TABLE
              ? "Aggregate using temporary table"
              : "Group aggregate";
      case NodeKind.Deduplicate duplicates -> "Remove duplicates";
      case NodeKind.Window window -> "Window functions";
      case NodeKind.TempTable table -> "Temporary table";
      case NodeKind.Materialize kept -> "Materialize";
      default -> name;
    };
  }

  private static @Nullable JoinPart buffered(Json.Obj object) {
    Json.Obj table = object.object("table").orElse(null);
    Draft other = table == null ? BlockWalk.top(object) : null;
    if (table == null && other == null) {
      return null;
    }
    JoinPart part =
        table != null ? BlockWalk.table(table) : new JoinPart(Objects.requireNonNull(other));
    String type = object.text("join_type");
    part.buffer(type == null ? "BNL" : type);
    if (part.algorithm == JoinAlgorithm.BLOCK_NESTED_LOOP
        && type != null
        && type.startsWith("BKA")) {
      part.algorithm = JoinAlgorithm.BATCHED_KEY;
    }
    part.condition = object.text("attached_condition");
    for (Json.Member member : object.members()) {
      if (member.value() instanceof Json.Scalar && !member.name().equals("attached_condition")) {
        part.node.details.put(
            "join_buffer." + member.name(), ((Json.Scalar) member.value()).text());
      }
    }
    ContainerNumbers.buffered(part, object);
    return part;
  }

  private static @Nullable JoinPart rangeChecked(Json.Obj object) {
    Json.Obj table = object.object("table").orElse(null);
    if (table == null) {
      return null;
    }
    JoinPart part = BlockWalk.table(table);
    part.node.flags.add(Flag.REPLANNED);
    part.node.details.put("range_checked.keys", String.join(", ", object.texts("keys")));
    return part;
  }

  private static Draft union(String name, Json.Obj object) {
    List<Draft> inputs = new ArrayList<>();
    if (object.get("query_specifications") instanceof Json.Arr array) {
      for (Json item : array.items()) {
        Draft inside = item instanceof Json.Obj one ? BlockWalk.top(one) : null;
        if (inside != null) {
          inputs.add(inside);
        }
      }
    }
    Draft below = BlockWalk.top(object);
    if (below != null) {
      inputs.add(below);
    }
    String table = object.text("table_name");
    boolean kept =
        object.isTrue("using_temporary_table") || name.equals("recursive_union") || table != null;
    NodeKind kind =
        kept
            ? new NodeKind.Materialize(Materialized.SET_OPERATION, table == null ? "" : table, true)
            : new NodeKind.Append();
    Draft union =
        new Draft(
            kind,
            kept ? label(name) + (table == null ? "" : " " + table) : "Append",
            object.range());
    inputs.forEach(input -> union.add(input, kept ? Role.SOURCE : Role.INPUT));
    TableNumbers.into(union, object);
    return union;
  }

  private static String label(String name) {
    String words = name.replace("_result", "").replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + " materialize";
  }

  /// What a derived table, a CTE or a materialized subquery is filled from.
  static Draft materialized(Draft table, Json.Obj object) {
    String name = ((NodeKind.Access) table.kind).table().name();
    boolean subquery = name.startsWith("<subquery");
    var kind =
        new NodeKind.Materialize(
            subquery ? Materialized.SUBQUERY : Materialized.DERIVED, name, object.has("unique"));
    Draft made = new Draft(kind, "Materialize", object.range());
    BlockWalk.dependence(made, object);
    Draft inside = BlockWalk.top(object);
    if (inside != null) {
      made.add(inside, Role.SOURCE);
    } else if (object.has("sharing_temporary_table_with")) {
      made.flags.add(Flag.PRINTED_ELSEWHERE);
    }
    ContainerNumbers.block(made, object);
    return made;
  }
}
