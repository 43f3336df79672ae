package org.binnacle.review.live;

import java.math.BigDecimal;
import java.util.List;

/// What a column's new definition takes.
public sealed interface Fit {

  record NotNull() implements Fit {}

  /// Characters, or bytes of binary types, at most.
  record Length(long most, boolean bytes) implements Fit {}

  record Range(BigDecimal least, BigDecimal most) implements Fit {}

  /// Values of an ENUM that stay.
  record OneOf(List<String> values) implements Fit {
    public OneOf {
      values = List.copyOf(values);
    }
  }
}
