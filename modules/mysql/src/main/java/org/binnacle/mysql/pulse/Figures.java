package org.binnacle.mysql.pulse;

import java.util.Arrays;
import java.util.Map;
import java.util.OptionalLong;

/// The numbers of one pulse; those that the server did not tell are absent, never 0.
public final class Figures {
  private static final long ABSENT = Long.MIN_VALUE;
  private final long[] values = new long[Figure.values().length];

  public Figures(Map<Figure, Long> told) {
    Arrays.fill(values, ABSENT);
    told.forEach((figure, value) -> values[figure.ordinal()] = value);
  }

  public OptionalLong get(Figure figure) {
    long value = values[figure.ordinal()];
    return value == ABSENT ? OptionalLong.empty() : OptionalLong.of(value);
  }

  public long get(Figure figure, long or) {
    long value = values[figure.ordinal()];
    return value == ABSENT ? or : value;
  }
}
