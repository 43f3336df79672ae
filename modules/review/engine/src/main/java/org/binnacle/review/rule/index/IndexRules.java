package org.binnacle.review.rule.index;

import java.util.List;
import org.binnacle.review.Rule;

/// The rules of this family, by id.
public final class IndexRules {
  private IndexRules() {}

  public static List<Rule> all() {
    return List.of(
        new Blob(),
        new ColumnTooManyIndexes(),
        new Duplicate(),
        new DropUsed(),
        new DuplicateColumn(),
        new Fulltext(),
        new InvisiblePk(),
        new LongVarchar(),
        new LowSelectivity(),
        new MaxColumns(),
        new MaxPerTable(),
        new Nullable(),
        new PkAutoIncrement(),
        new PkMaxColumns(),
        new PkSuffix(),
        new PkType(),
        new Redundant(),
        new SpatialNoSrid(),
        new UniqueOnExisting(),
        new Unused());
  }
}
