package org.binnacle.mysql.pulse;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;

/// The numbers of one pulse; those that the server did not tell are absent, never 0.
public final class Figures {
  private final EnumMap<Figure, Long> values = new EnumMap<>(Figure.class);

  public Figures(Map<Figure, Long> told) {
    values.putAll(told);
  }

  public OptionalLong get(Figure figure) {
    Long value = values.get(figure);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  public long get(Figure figure, long or) {
    Long value = values.get(figure);
    return value == null ? or : value;
  }
}
