package org.binnacle.review.rule.dml;

import java.text.Collator;
import java.util.Locale;
import org.binnacle.sql.query.Operand;
import org.binnacle.sql.query.Predicate;

/// What a condition is before any row is read.
enum Truth {
  YES,
  NO,
  UNKNOWN;

  static Truth of(Predicate p) {
    Truth plain =
        switch (p.kind()) {
          case VALUE -> value(p.left());
          case COMPARE -> p.value().map(v -> compared(p.left(), p.operator(), v)).orElse(UNKNOWN);
          default -> UNKNOWN;
        };
    return p.negated() ? plain.turned() : plain;
  }

  private Truth turned() {
    return this == YES ? NO : this == NO ? YES : UNKNOWN;
  }

  private static Truth value(Operand o) {
    if (o.kind() != Operand.Kind.NUMBER) {
      return UNKNOWN;
    }
    return switch (o.text().toLowerCase(Locale.ROOT)) {
      case "true" -> YES;
      case "false" -> NO;
      default -> number(o) == 0 ? NO : number(o) != 0 ? YES : UNKNOWN;
    };
  }

  private static Truth compared(Operand left, String operator, Operand right) {
    int order;
    if (left.kind() == Operand.Kind.NUMBER && right.kind() == Operand.Kind.NUMBER) {
      double a = number(left);
      double b = number(right);
      if (Double.isNaN(a) || Double.isNaN(b)) {
        return UNKNOWN;
      }
      order = Double.compare(a, b);
    } else if (left.kind() == Operand.Kind.STRING && right.kind() == Operand.Kind.STRING) {
      if (!left.text().equals(right.text()) && mayBeEqual(left.text(), right.text())) {
        return UNKNOWN;
      }
      order = left.text().compareTo(right.text());
    } else {
      return UNKNOWN;
    }
    return switch (operator) {
      case "=", "<=>" -> is(order == 0);
      case "<>", "!=" -> is(order != 0);
      case "<" -> left.kind() == Operand.Kind.NUMBER ? is(order < 0) : UNKNOWN;
      case ">" -> left.kind() == Operand.Kind.NUMBER ? is(order > 0) : UNKNOWN;
      case "<=" -> left.kind() == Operand.Kind.NUMBER ? is(order <= 0) : UNKNOWN;
      case ">=" -> left.kind() == Operand.Kind.NUMBER ? is(order >= 0) : UNKNOWN;
      default -> UNKNOWN;
    };
  }

  private static Truth is(boolean yes) {
    return yes ? YES : NO;
  }

  private static double number(Operand o) {
    try {
      return Double.parseDouble(o.text());
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /// Whether some collation takes two texts for one: case, accents and trailing space left out.
  static boolean mayBeEqual(String a, String b) {
    if (a.stripTrailing().equalsIgnoreCase(b.stripTrailing())) {
      return true;
    }
    boolean ascii = a.chars().allMatch(c -> c < 128) && b.chars().allMatch(c -> c < 128);
    if (ascii) {
      return false;
    }
    Collator collator = Collator.getInstance(Locale.ROOT);
    collator.setStrength(Collator.PRIMARY);
    return collator.compare(a, b) == 0;
  }
}
