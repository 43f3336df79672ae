package org.binnacle.review.rule.column;

import java.util.List;
import org.binnacle.review.Rule;

/// The rules of this family, by id.
public final class ColumnRules {
  private ColumnRules() {}

  public static List<Rule> all() {
    return List.of(
        new AutoIncrementExhaustion(),
        new AutoIncrementType(),
        new BlobNotNull(),
        new BlobText(),
        new CharToVarchar(),
        new ColumnCharset(),
        new CharsetRequired(),
        new Comment(),
        new CurrentTimestampCount(),
        new DecimalBigint(),
        new DefaultRequired(),
        new EnumSetBit(),
        new FloatDouble(),
        new Fsp(),
        new InlineReferences(),
        new IntWidth(),
        new IpAsString(),
        new JoinTypeMismatch(),
        new MultiValued(),
        new NotNull(),
        new NotNullDefault(),
        new PlainPassword(),
        new TemporalDefault(),
        new TimestampType(),
        new TypeDisallowed(),
        new VarcharBoundary(),
        new VarcharMax(),
        new ZeroDate());
  }
}
