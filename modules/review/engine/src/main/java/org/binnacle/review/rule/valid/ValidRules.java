package org.binnacle.review.rule.valid;

import java.util.List;
import org.binnacle.review.Rule;

/// The rules of this family, by id.
public final class ValidRules {
  private ValidRules() {}

  public static List<Rule> all() {
    return List.of(
        new AmbiguousColumn(),
        new AutoIncrementKey(),
        new BlobDefault(),
        new CollationCharset(),
        new ColumnExists(),
        new DefaultLiteral(),
        new DropAllColumns(),
        new ExplainPrecheck(),
        new ForeignKeyTarget(),
        new GroupFunction(),
        new IdentifierLength(),
        new IndexExists(),
        new InsertCount(),
        new InsertDuplicateColumn(),
        new InsertNull(),
        new KeyTooLong(),
        new MultiplePk(),
        new OnUpdate(),
        new PkNullable(),
        new PrefixRequired(),
        new RowSize(),
        new TableExists(),
        new UnknownColumn(),
        new UnknownDatabase(),
        new UnknownIndex(),
        new UnknownTable());
  }
}
