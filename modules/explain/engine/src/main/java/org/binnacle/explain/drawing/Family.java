package org.binnacle.explain.drawing;

import org.binnacle.explain.NodeKind;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.picture.Ink;

/// What a step is of, for its colour: those of accesses are the ones that users of MySQL Workbench
/// know. The name of the family stands in legends and tips, so that colour is never all that tells.
public enum Family {
  CONST("one row, const or system", Ink.CONST, Ink.CONST_GROUND, Ink.FLAME_CONST),
  REF("lookup in an index", Ink.REF, Ink.REF_GROUND, Ink.FLAME_REF),
  FULLTEXT("full-text search", Ink.FULLTEXT, Ink.FULLTEXT_GROUND, Ink.FLAME_FULLTEXT),
  RANGE("range of an index", Ink.RANGE, Ink.RANGE_GROUND, Ink.FLAME_RANGE),
  SCAN("whole table or index", Ink.SCAN, Ink.SCAN_GROUND, Ink.FLAME_SCAN),
  JOIN("join", Ink.STEP, Ink.STEP_GROUND, Ink.FLAME_JOIN),
  WORK("sort, group, temporary table", Ink.WORK, Ink.WORK_GROUND, Ink.FLAME_WORK),
  OTHER("other steps", Ink.STEP, Ink.STEP_GROUND, Ink.FLAME_OTHER);

  private final String words;
  private final Ink line;
  private final Ink ground;
  private final Ink flame;

  Family(String words, Ink line, Ink ground, Ink flame) {
    this.words = words;
    this.line = line;
    this.ground = ground;
    this.flame = flame;
  }

  /// As a legend has it.
  public String words() {
    return words;
  }

  public Ink line() {
    return line;
  }

  public Ink ground() {
    return ground;
  }

  /// In the flame, where red is kept for severity.
  public Ink flame() {
    return flame;
  }

  public static Family of(PlanNode node) {
    return switch (node.kind()) {
      case NodeKind.Access access -> Steps.derived(node) ? WORK : of(access);
      case NodeKind.Join join -> JOIN;
      case NodeKind.Sort sort -> WORK;
      case NodeKind.Aggregate aggregate -> WORK;
      case NodeKind.TempTable table -> WORK;
      case NodeKind.Materialize kept -> WORK;
      case NodeKind.Deduplicate once -> WORK;
      case NodeKind.Window window -> WORK;
      case NodeKind.Constant constant -> CONST;
      case NodeKind.Filter filter -> OTHER;
      case NodeKind.Limit limit -> OTHER;
      case NodeKind.Append append -> OTHER;
      case NodeKind.Change change -> OTHER;
      case NodeKind.Subquery subquery -> OTHER;
      case NodeKind.NoRows none -> OTHER;
      case NodeKind.Passing passing -> OTHER;
      case NodeKind.Other other -> OTHER;
    };
  }

  private static Family of(NodeKind.Access access) {
    if (access.table().internal()) {
      return WORK;
    }
    return switch (access.method()) {
      case CONST_ROW -> CONST;
      case INDEX_LOOKUP, UNIQUE_LOOKUP, INDEX_MERGE -> REF;
      case FULLTEXT -> FULLTEXT;
      case RANGE_SCAN, SKIP_SCAN, GROUP_SKIP_SCAN -> RANGE;
      case TABLE_SCAN, INDEX_SCAN, COUNT_ROWS -> SCAN;
      case NEW_ROWS_SCAN, TABLE_FUNCTION -> WORK;
      case UNKNOWN_ACCESS -> OTHER;
    };
  }
}
