package org.binnacle.review.rule.dml;

import java.util.List;
import org.binnacle.review.Rule;

/// The rules of this family, by id.
public final class DmlRules {
  private DmlRules() {}

  public static List<Rule> all() {
    return List.of(
        new AffectedRows(),
        new AlwaysFalse(),
        new AlwaysTrue(),
        new DeleteTruncate(),
        new EqualsNull(),
        new ExplicitAutoIncrement(),
        new InsertColumns(),
        new InsertOrderRand(),
        new InsertRows(),
        new InsertSelect(),
        new WriteJoinNoCondition(),
        new WriteLimit(),
        new LoadData(),
        new LockClause(),
        new MultiTable(),
        new NoWhere(),
        new OnDuplicateKey(),
        new WriteOrderBy(),
        new ReplaceInto(),
        new SetAnd(),
        new TableSize(),
        new WriteSubquery(),
        new TypeMismatch());
  }
}
