package org.binnacle.review.rule.ddl;

import java.util.List;
import org.binnacle.review.Rule;

/// The rules of this family, by id.
public final class DdlRules {
  private DdlRules() {}

  public static List<Rule> all() {
    return List.of(
        new Algorithm(),
        new AlterDatabase(),
        new ChangeType(),
        new ColumnOrder(),
        new ConvertCharset(),
        new CopyBlocksWrites(),
        new DropColumn(),
        new DropKey(),
        new DropTable(),
        new EnumChange(),
        new DefaultChange(),
        new ImpossibleAlgorithm(),
        new InstantLimit(),
        new IntToBigint(),
        new MdlRisk(),
        new NarrowData(),
        new NullableToNotNull(),
        new Optimize(),
        new OscIncompatible(),
        new PartitionOperation(),
        new PriorBackup(),
        new RebuildLargeTable(),
        new RedefineDropsAttributes(),
        new Rename(),
        new RequireAlgorithm(),
        new Truncate(),
        new VarcharExtend());
  }
}
