package org.binnacle.sql.ddl;

import java.util.Map;
import java.util.Optional;
import org.binnacle.sql.Span;

/// The options of a table by name: `engine`, `charset`, `collate`, `comment`, `auto_increment`,
/// `row_format`, `key_block_size`, `compression`, `encryption`, `tablespace`, `data directory` and
/// whatever else is written, in small letters.
public record TableOptions(Map<String, Option> options) {
  public static final TableOptions NONE = new TableOptions(Map.of());

  /// @param value quotes read
  public record Option(String value, Span span) {}

  public TableOptions {
    options = Map.copyOf(options);
  }

  public Optional<String> value(String name) {
    return Optional.ofNullable(options.get(name)).map(Option::value);
  }

  public Optional<Span> span(String name) {
    return Optional.ofNullable(options.get(name)).map(Option::span);
  }

  public boolean has(String name) {
    return options.containsKey(name);
  }

  public boolean isEmpty() {
    return options.isEmpty();
  }

  public TableOptions without(String name) {
    var others = new java.util.HashMap<>(options);
    others.remove(name);
    return new TableOptions(others);
  }

  /// These with the others over them.
  public TableOptions with(TableOptions others) {
    if (others.isEmpty()) {
      return this;
    }
    var all = new java.util.HashMap<>(options);
    if (others.has("charset") && !others.has("collate")) {
      all.remove("collate");
    }
    all.putAll(others.options);
    return new TableOptions(all);
  }
}
