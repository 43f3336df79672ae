package org.binnacle.review.rule.name;

import java.util.List;
import org.binnacle.review.Rule;

/// The rules of this family, by id.
public final class NameRules {
  private NameRules() {}

  public static List<Rule> all() {
    return List.of(
        new AliasEquals(),
        new Charset(),
        new ColumnFormat(),
        new DatabasePattern(),
        new DotSpace(),
        new DropConvention(),
        new IndexAnonymous(),
        new ForeignKeyName(),
        new IndexFulltext(),
        new IndexNormal(),
        new IndexUnique(),
        new Length(),
        new MixedCase(),
        new PkColumn(),
        new ReservedWord(),
        new SpecialTable(),
        new TableFormat(),
        new TablePrefix());
  }
}
