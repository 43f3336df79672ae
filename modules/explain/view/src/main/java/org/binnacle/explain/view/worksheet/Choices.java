package org.binnacle.explain.view.worksheet;

import java.util.List;
import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Choices in words.
public final class Choices<T> extends StringConverter<T> {
  private final List<T> all;
  private final Function<T, String> words;

  public Choices(List<T> all, Function<T, String> words) {
    this.all = all;
    this.words = words;
  }

  @Override
  public String toString(@Nullable T value) {
    return value == null ? "" : words.apply(value);
  }

  @Override
  public T fromString(String text) {
    return all.stream().filter(one -> words.apply(one).equals(text)).findFirst().orElseThrow();
  }
}
