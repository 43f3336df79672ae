package org.binnacle.explain.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.binnacle.explain.Flag;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.TableRef;
import org.binnacle.explain.Verb;

/// The rows of one SELECT of a tabular plan.
final class GridBlock {
  final int id;
  final String type;
  final List<JoinPart> parts = new ArrayList<>();
  boolean placed;

  GridBlock(int id, String type) {
    this.id = id;
    this.type = type.toUpperCase(Locale.ROOT);
  }

  /// Whether the block continues a set operation that another began.
  boolean continues() {
    return type.contains("UNION") || type.equals("EXCEPT") || type.equals("INTERSECT");
  }

  boolean subquery() {
    return type.endsWith("SUBQUERY");
  }

  boolean dependent() {
    return type.startsWith("DEPENDENT") || type.startsWith("UNCACHEABLE");
  }

  /// The block as one step: its tables joined, below what Extra says of the whole block.
  Draft draft() {
    // The first row of INSERT .. SELECT is the table that is filled; it is not read.
    List<JoinPart> read = filled() && parts.size() > 1 ? parts.subList(1, parts.size()) : parts;
    Draft top = LeftDeep.join(read);
    Draft first = read.getFirst().node;
    if (first.kind instanceof NodeKind.Access) {
      if (first.flags.remove(Flag.TEMPORARY)) {
        top = above(new NodeKind.TempTable(), "Temporary table", Flag.TEMPORARY, top, first);
      }
      if (first.flags.remove(Flag.FILESORT)) {
        top = above(new NodeKind.Sort("", OptionalLong.empty()), "Sort", Flag.FILESORT, top, first);
      }
    }
    return changed(top);
  }

  private boolean filled() {
    return type.equals(Verb.INSERT.name()) || type.equals(Verb.REPLACE.name());
  }

  private static Draft above(NodeKind kind, String label, Flag flag, Draft below, Draft from) {
    Draft draft = new Draft(kind, label, from.raw);
    draft.flags.add(flag);
    draft.rows = below.rows;
    draft.actualRows = below.actualRows;
    draft.loops = below.loops;
    return draft.add(below);
  }

  /// The changing step above the rows of an UPDATE, DELETE, INSERT or REPLACE.
  private Draft changed(Draft top) {
    for (Verb verb : Verb.values()) {
      if (type.equals(verb.name())
          && parts.getFirst().node.kind instanceof NodeKind.Access access) {
        TableRef table = access.table();
        String word = verb.name().charAt(0) + verb.name().substring(1).toLowerCase(Locale.ROOT);
        Draft change =
            new Draft(new NodeKind.Change(verb, table), word + " " + table.name(), top.raw);
        boolean reads = verb == Verb.UPDATE || verb == Verb.DELETE || parts.size() > 1;
        return reads ? change.add(top) : change;
      }
    }
    return top;
  }
}
