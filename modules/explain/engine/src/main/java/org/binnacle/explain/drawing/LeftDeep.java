package org.binnacle.explain.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.Plan;
import org.binnacle.explain.PlanNode;

/// Where the boxes of the diagram stand, as MySQL Workbench taught: joins in a row from left to
/// right, each table below its join, all else above what it works on. Linear in the number of
/// steps; no two boxes meet, since what stands beside takes the columns behind all that is left of
/// it. The library `treelayout` was looked at and left out: it centres parents, which breaks the
/// row of joins. Pure.
///
/// @param boxes parents before children
/// @param columns how many there are
/// @param rows how many there are
public record LeftDeep(List<Box> boxes, int columns, int rows) {

  /// One step.
  ///
  /// @param column 0 for the leftmost
  /// @param row 0 for the uppermost
  public record Box(PlanNode node, int column, int row) {}

  public LeftDeep {
    boxes = List.copyOf(boxes);
  }

  public static LeftDeep of(Plan plan) {
    var layout = new Layout();
    int column = 0;
    for (PlanNode root : plan.roots()) {
      column = layout.place(root, column, 0).end;
    }
    return new LeftDeep(layout.boxes, column, layout.deepest + 1);
  }

  public Optional<Box> box(String id) {
    return boxes.stream().filter(box -> box.node().id().equals(id)).findFirst();
  }

  /// What a step and all below it take.
  ///
  /// @param at its own column
  /// @param end the first column that is free again
  private record Place(int at, int end) {}

  private static final class Layout {
    private final List<Box> boxes = new ArrayList<>();
    private int deepest;

    private Place place(PlanNode node, int column, int row) {
      int mine = boxes.size();
      boxes.add(new Box(node, column, row));
      deepest = Math.max(deepest, row);
      Place place =
          node.children().isEmpty()
              ? new Place(column, column + 1)
              : node.kind() instanceof NodeKind.Join
                  ? join(node, column, row)
                  : above(node, column, row);
      boxes.set(mine, new Box(node, place.at, row));
      return place;
    }

    /// Over its last input, with the others to the left: the outer side goes on in the same row.
    private Place join(PlanNode node, int column, int row) {
      int end = column;
      int at = column;
      List<PlanNode> inputs = node.children();
      for (int i = 0; i < inputs.size(); i++) {
        PlanNode input = inputs.get(i);
        boolean goesOn = i == 0 && inputs.size() > 1 && !input.children().isEmpty();
        Place place = place(input, end, goesOn ? row : row + 1);
        at = i < 2 ? place.at : at;
        end = place.end;
      }
      return new Place(at, end);
    }

    /// Over its first input, with further ones to the right.
    private Place above(PlanNode node, int column, int row) {
      int end = column;
      int at = column;
      boolean first = true;
      for (PlanNode input : node.children()) {
        Place place = place(input, end, row + 1);
        at = first ? place.at : at;
        first = false;
        end = place.end;
      }
      return new Place(at, end);
    }
  }
}
