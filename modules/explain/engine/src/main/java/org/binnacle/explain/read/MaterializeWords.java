package org.binnacle.explain.read;

import org.binnacle.explain.Flag;
import org.binnacle.explain.Materialized;
import org.binnacle.explain.NodeKind;

/// The words for keeping a result: `Materialize CTE r if needed`, `Union materialize with
/// deduplication`.
final class MaterializeWords {
  private MaterializeWords() {}

  static boolean read(Draft draft, String operation) {
    boolean plain = operation.startsWith("Materialize");
    int set = operation.indexOf(" materialize");
    if (!plain && (set < 0 || set > 20)) {
      return false;
    }
    Materialized what = plain ? Materialized.UNSAID : Materialized.SET_OPERATION;
    String name = "";
    int cte = operation.indexOf("CTE ");
    if (cte >= 0) {
      boolean recursive = operation.contains("recursive CTE");
      what = recursive ? Materialized.RECURSIVE_CTE : Materialized.CTE;
      String rest = operation.substring(cte + "CTE ".length());
      name = rest.substring(0, Reads.first(rest, " if needed", " (", " with "));
      if (recursive) {
        draft.flags.add(Flag.RECURSIVE);
      }
    }
    draft.kind = new NodeKind.Materialize(what, name, operation.contains("with deduplication"));
    if (operation.contains("invalidate on row from")) {
      draft.flags.add(Flag.INVALIDATED);
    }
    if (operation.contains("(query plan printed elsewhere)")) {
      draft.flags.add(Flag.PRINTED_ELSEWHERE);
    }
    return true;
  }
}
