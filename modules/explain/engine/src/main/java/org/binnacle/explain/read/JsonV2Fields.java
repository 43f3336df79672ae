package org.binnacle.explain.read;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.binnacle.explain.AccessMethod;
import org.binnacle.explain.Flag;
import org.binnacle.explain.IndexUse;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.TableRef;

/// What the members of a JSON version 2 node add to what its words say.
final class JsonV2Fields {
  private JsonV2Fields() {}

  static void into(Draft draft, Json.Obj object) {
    if (draft.kind instanceof NodeKind.Access access) {
      draft.kind =
          new NodeKind.Access(access.method(), table(access, object), index(access, object));
    } else if (draft.kind instanceof NodeKind.Other && object.has("table_name")) {
      TableRef unnamed = TableRef.named("");
      var access = new NodeKind.Access(AccessMethod.UNKNOWN_ACCESS, unnamed, Optional.empty());
      draft.kind =
          new NodeKind.Access(access.method(), table(access, object), index(access, object));
    }
    conditions(draft, object);
    if (object.isTrue("dependent")) {
      draft.flags.add(Flag.DEPENDENT);
    }
    if ("false".equals(object.text("cacheable"))) {
      draft.flags.add(Flag.UNCACHEABLE);
    }
    if (object.has("secondary_engine")) {
      draft.flags.add(Flag.SECONDARY_ENGINE);
    }
    if (object.isTrue("multi_range_read")) {
      draft.flags.add(Flag.MULTI_RANGE_READ);
    }
  }

  private static TableRef table(NodeKind.Access access, Json.Obj object) {
    Optional<String> base = Optional.ofNullable(object.text("table_name"));
    String name =
        !access.table().name().isEmpty()
            ? access.table().name()
            : Optional.ofNullable(object.text("alias")).or(() -> base).orElse("");
    return new TableRef(
        Optional.ofNullable(object.text("schema_name")),
        name,
        base.filter(table -> !table.equals(name)));
  }

  private static Optional<IndexUse> index(NodeKind.Access access, Json.Obj object) {
    String name = object.text("index_name");
    if (name == null) {
      return access.index();
    }
    List<String> parts = object.texts("key_columns");
    boolean reverse =
        object.isTrue("reverse") || access.index().map(IndexUse::reverse).orElse(false);
    return Optional.of(
        new IndexUse(name, parts, object.isTrue("covering"), reverse, OptionalInt.empty()));
  }

  private static void conditions(Draft draft, Json.Obj object) {
    String condition = object.text("condition");
    if (condition != null) {
      draft.filter = condition;
    }
    String pushed = object.text("pushed_index_condition");
    if (pushed != null) {
      draft.indexCondition = pushed;
      draft.flags.add(Flag.INDEX_CONDITION);
    }
    String lookup = object.text("lookup_condition");
    if (lookup != null) {
      draft.lookup = lookup;
    }
    List<String> ranges = object.texts("ranges");
    if (!ranges.isEmpty()) {
      draft.ranges.clear();
      draft.ranges.addAll(ranges);
    }
    if (draft.kind instanceof NodeKind.Join) {
      List<String> hashed = object.texts("hash_condition");
      if (!hashed.isEmpty()) {
        draft.lookup = String.join(" and ", hashed);
      }
      List<String> extra = object.texts("extra_condition");
      if (!extra.isEmpty()) {
        draft.filter = String.join(" and ", extra);
      }
    }
  }
}
