package org.binnacle.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A plan as one tree, whatever printed it.
///
/// Subqueries in the select list hang below the node whose rows they serve with {@link
/// Role#PROJECTION}, also where the server prints them beside the root.
///
/// @param format the format it was printed in
/// @param roots the trees; one for every plan that a server prints today, several only where a text
///   holds several plans
/// @param cost the cost of the whole query in the server's own unit, where it tells one
/// @param rewritten the statement as the optimizer rewrote it (JSON version 2, note 1003)
/// @param notes what a reader could not read, and what the server said beside the plan
/// @param raw the text as it was given; the ranges of the nodes point into it
public record Plan(
    PlanFormat format,
    List<PlanNode> roots,
    OptionalDouble cost,
    Optional<String> rewritten,
    List<String> notes,
    String raw) {
  public Plan {
    roots = List.copyOf(roots);
    notes = List.copyOf(notes);
  }

  /// All nodes, each before its children.
  public List<PlanNode> nodes() {
    var all = new ArrayList<PlanNode>();
    roots.forEach(root -> root.addTo(all));
    return all;
  }

  /// Whether the plan was run: it holds what happened and not only what was expected.
  public boolean analysed() {
    return nodes().stream().anyMatch(node -> !(node.measure() instanceof Measure.Unmeasured));
  }
}
