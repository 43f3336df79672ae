package org.binnacle.review.rule.ddl;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.binnacle.review.live.Fit;
import org.binnacle.sql.ddl.ColumnDef;
import org.binnacle.sql.ddl.ColumnType;

/// What a column's new definition takes that the old one did not ask for.
final class Narrowing {
  private Narrowing() {}

  /// Questions about the data; none where every value of the old type fits.
  static List<Fit> of(ColumnDef from, ColumnDef to) {
    var all = new ArrayList<Fit>();
    if (from.isNullable() && !to.isNullable()) {
      all.add(new Fit.NotNull());
    }
    ColumnType a = from.type();
    ColumnType b = to.type();
    if (a.isInteger() && b.isInteger()) {
      boolean wider = least(b).compareTo(least(a)) <= 0 && most(b).compareTo(most(a)) >= 0;
      if (!wider) {
        all.add(new Fit.Range(least(b), most(b)));
      }
    } else if (b.is("enum") && (a.is("enum") || a.is("varchar", "char"))) {
      if (!b.values().containsAll(a.values()) || !a.is("enum")) {
        all.add(new Fit.OneOf(b.values()));
      }
    } else if (sized(a) && b.is("varchar", "char") && capacity(b) < capacity(a)) {
      all.add(new Fit.Length(capacity(b), false));
    } else if (a.is("varbinary", "binary")
        && b.is("varbinary", "binary")
        && capacity(b) < capacity(a)) {
      all.add(new Fit.Length(capacity(b), true));
    }
    return all;
  }

  static String words(Fit fit) {
    return switch (fit) {
      case Fit.NotNull n -> "some are NULL";
      case Fit.Length l ->
          "some are longer than %,d %s".formatted(l.most(), l.bytes() ? "bytes" : "characters");
      case Fit.Range r -> "some are not between %s and %s".formatted(r.least(), r.most());
      case Fit.OneOf o -> "some are none of the values that stay";
    };
  }

  private static boolean sized(ColumnType type) {
    return type.is("varchar", "char") || type.isText();
  }

  private static long capacity(ColumnType type) {
    return type.isText() ? Long.MAX_VALUE : type.length().orElse(1);
  }

  private static BigDecimal least(ColumnType type) {
    return type.unsigned() ? BigDecimal.ZERO : half(type).negate();
  }

  private static BigDecimal most(ColumnType type) {
    BigDecimal half = half(type);
    return (type.unsigned() ? half.add(half) : half).subtract(BigDecimal.ONE);
  }

  /// 128 of TINYINT.
  private static BigDecimal half(ColumnType type) {
    int bits =
        switch (type.name()) {
          case "tinyint" -> 8;
          case "smallint" -> 16;
          case "mediumint" -> 24;
          case "int" -> 32;
          default -> 64;
        };
    return BigDecimal.TWO.pow(bits - 1);
  }
}
