package org.binnacle.explain.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.binnacle.explain.Flag;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.Role;
import org.binnacle.explain.TableRef;
import org.binnacle.explain.Verb;
import org.jspecify.annotations.Nullable;

/// Walks block JSON: MySQL's version 1 and MariaDB's. Both nest operations around `nested_loop` and
/// `table`; their vocabularies differ and do not contradict each other, so one walk reads both.
final class BlockWalk {
  private BlockWalk() {}

  /// The step at the top of what an object holds; null where it holds none.
  static @Nullable Draft top(Json.Obj object) {
    List<JoinPart> parts = new ArrayList<>();
    List<Draft> asides = new ArrayList<>();
    gather(object, parts, asides);
    if (parts.isEmpty()) {
      String message = object.text("message");
      if (message != null) {
        parts.add(new JoinPart(message(message, object)));
      }
    }
    Draft top = null;
    if (!parts.isEmpty()) {
      top = LeftDeep.join(parts);
    } else if (!asides.isEmpty()) {
      top = new Draft(new NodeKind.Constant(), "Rows fetched before execution", object.range());
    }
    if (top != null) {
      asides.forEach(top::add);
    }
    return top;
  }

  private static Draft message(String message, Json.Obj object) {
    boolean noTables =
        message.startsWith("No tables used") || message.startsWith("Select tables optimized");
    NodeKind kind = noTables ? new NodeKind.Constant() : new NodeKind.NoRows(message);
    return new Draft(kind, message, object.range());
  }

  private static void gather(Json.Obj object, List<JoinPart> parts, List<Draft> asides) {
    for (Json.Member member : object.members()) {
      if (BlockKeys.SUBQUERIES.contains(member.name())) {
        asides.addAll(Subqueries.of(member));
      } else if (BlockKeys.structural(member.name())) {
        add(member.name(), member.value(), parts);
      } else if (member.value() instanceof Json.Obj inner) {
        unknown(member.name(), inner, parts);
      } else if (member.value() instanceof Json.Arr array
          && !BlockKeys.NO_STEPS.contains(member.name())) {
        for (Json item : array.items()) {
          if (item instanceof Json.Obj inner) {
            unknown(member.name(), inner, parts);
          }
        }
      }
    }
  }

  private static void add(String name, Json value, List<JoinPart> parts) {
    switch (value) {
      case Json.Arr array -> {
        for (Json item : array.items()) {
          if (item instanceof Json.Obj object) {
            var asides = new ArrayList<Draft>();
            int before = parts.size();
            gather(object, parts, asides);
            if (parts.size() > before) {
              asides.forEach(parts.getLast().node::add);
            }
          } else if (item instanceof Json.Skipped) {
            parts.add(new JoinPart(Draft.other("(too deep to be read)", item.range())));
          }
        }
      }
      case Json.Obj object -> {
        JoinPart part = Containers.part(name, object);
        if (part != null) {
          parts.add(part);
        }
      }
      case Json.Skipped skipped ->
          parts.add(new JoinPart(Draft.other("(too deep to be read)", skipped.range())));
      case Json.Scalar scalar -> {}
    }
  }

  /// An object that is not known becomes a step only where it holds steps.
  private static void unknown(String name, Json.Obj object, List<JoinPart> parts) {
    Draft inside = top(object);
    if (inside != null && !(inside.kind instanceof NodeKind.NoRows)) {
      parts.add(new JoinPart(Draft.other(name, object.range()).add(inside)));
    }
  }

  /// A `table` object with what is materialized below it and the change that it may be.
  static JoinPart table(Json.Obj object) {
    JoinPart part = TableJson.part(object);
    for (Json.Member member : object.members()) {
      boolean materialized = member.name().startsWith("materialized");
      if (materialized && member.value() instanceof Json.Obj inner) {
        part.node.add(Containers.materialized(part.node, inner), Role.SOURCE);
      } else if (BlockKeys.SUBQUERIES.contains(member.name())) {
        Subqueries.of(member).forEach(part.node::add);
      }
    }
    for (Verb verb : Verb.values()) {
      if (object.isTrue(verb.name().toLowerCase(Locale.ROOT))) {
        return new JoinPart(change(verb, object, part.node));
      }
    }
    return part;
  }

  private static Draft change(Verb verb, Json.Obj object, Draft access) {
    String name = object.text("table_name");
    String table = name == null ? "" : name;
    String word = verb.name().charAt(0) + verb.name().substring(1).toLowerCase(Locale.ROOT);
    Draft change =
        new Draft(
            new NodeKind.Change(verb, TableRef.named(table)), word + " " + table, object.range());
    boolean reads = verb == Verb.UPDATE || verb == Verb.DELETE;
    return reads ? change.add(access) : change;
  }

  static void dependence(Draft draft, Json.Obj object) {
    if (object.isTrue("dependent")) {
      draft.flags.add(Flag.DEPENDENT);
    }
    if ("false".equals(object.text("cacheable"))) {
      draft.flags.add(Flag.UNCACHEABLE);
    }
  }
}
