package org.binnacle.review.rule.table;

import java.util.List;
import org.binnacle.review.Rule;

/// The rules of this family, by id.
public final class TableRules {
  private TableRules() {}

  public static List<Rule> all() {
    return List.of(
        new ForeignKeyMissingIndex(),
        new AutoIncrementStart(),
        new CharsetAllowed(),
        new CharsetRequired(),
        new CloneNames(),
        new CollationAllowed(),
        new Comment(),
        new CreateAsSelect(),
        new CreateLike(),
        new Eav(),
        new Engine(),
        new ForeignKeyMissing(),
        new ForbiddenTarget(),
        new IfNotExists(),
        new MaxColumns(),
        new NoForeignKey(),
        new NoPartition(),
        new NoSecondaryIndex(),
        new PartitionKey(),
        new MaxvaluePartition(),
        new RequirePrimaryKey(),
        new RowFormat(),
        new RowsOver(),
        new Temporary(),
        new TextTotal());
  }
}
