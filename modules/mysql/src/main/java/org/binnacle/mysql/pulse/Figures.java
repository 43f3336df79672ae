package org.binnacle.mysql.pulse;

import java.util.AbstractMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The numbers of one pulse; those that the server did not tell are absent, never 0.
@SuppressWarnings("EnumOrdinal") // an array by figure: a thousand pulses are kept
public final class Figures {
  private static final Figure[] ALL = Figure.values();

  private final long[] values;

  /// A bit for each that was told.
  private final long told;

  public Figures(Map<Figure, Long> told) {
    this(draft(told));
  }

  private Figures(Draft draft) {
    values = draft.values.clone();
    told = draft.told;
  }

  private static Draft draft(Map<Figure, Long> told) {
    var draft = new Draft();
    told.forEach(draft::put);
    return draft;
  }

  /// Takes figures one after another.
  static final class Draft {
    private final long[] values = new long[ALL.length];
    private long told;

    void put(Figure figure, long value) {
      values[figure.ordinal()] = value;
      told |= 1L << figure.ordinal();
    }

    Figures done() {
      return new Figures(this);
    }
  }

  private boolean has(Figure figure) {
    return (told >> figure.ordinal() & 1) != 0;
  }

  public OptionalLong get(Figure figure) {
    return has(figure) ? OptionalLong.of(values[figure.ordinal()]) : OptionalLong.empty();
  }

  public long get(Figure figure, long or) {
    return has(figure) ? values[figure.ordinal()] : or;
  }

  /// The same by name in lower case; cannot be changed, and takes no place of its own.
  public Map<String, Long> byKey() {
    return new ByKey();
  }

  private final class ByKey extends AbstractMap<String, Long> {
    @Override
    public @Nullable Long get(@Nullable Object key) {
      Figure figure = key instanceof String name ? Figure.of(name) : null;
      return figure != null && figure.key().equals(key) && has(figure)
          ? Long.valueOf(values[figure.ordinal()])
          : null;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
      return get(key) != null;
    }

    @Override
    public Set<Entry<String, Long>> entrySet() {
      return Stream.of(ALL)
          .filter(Figures.this::has)
          .map(figure -> Map.entry(figure.key(), values[figure.ordinal()]))
          .collect(Collectors.toUnmodifiableSet());
    }
  }
}
