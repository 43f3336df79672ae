package org.binnacle.testkit.fake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A result set; without columns a bare OK.
record Answer(List<String> columns, List<List<@Nullable String>> rows) {
  static final Answer OK = new Answer(List.of(), List.of());

  static Answer none(String... columns) {
    return new Answer(List.of(columns), List.of());
  }

  static Answer one(String column, String value) {
    return new Answer(List.of(column), List.of(List.of(value)));
  }
}
