package org.binnacle.review.rule.column;

import org.binnacle.review.NewColumn;
import org.binnacle.review.Subject;

/// Which columns could have a default.
final class Defaults {
  private Defaults() {}

  static boolean wanted(Subject s, NewColumn c) {
    boolean key =
        c.column().primaryKey()
            || s.newPrimaryKey()
                .filter(k -> k.parts().stream().anyMatch(p -> p.isOn(c.column().name())))
                .isPresent();
    return !key
        && !c.column().autoIncrement()
        && c.column().generated().isEmpty()
        && !c.column().type().isLong();
  }
}
