package org.binnacle.diagnosis.incident.replay;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.mysql.Row;

/// A recorded line for readers that read rows of servers. An empty cell reads as no value: a
/// recording does not tell NULL from empty.
final class GridRow implements Row {
  private final Grid.Line line;
  private final Map<String, String> cells = new HashMap<>();

  GridRow(Grid.Line line) {
    this.line = line;
    List<String> columns = line.grid().columns();
    for (int i = 0; i < columns.size() && i < line.cells().size(); i++) {
      String name = columns.get(i).toLowerCase(Locale.ROOT);
      cells.put(name, line.cells().get(i));
    }
    for (String column : columns) {
      String name = column.toLowerCase(Locale.ROOT);
      cells.putIfAbsent(todaysName(name), cells.getOrDefault(name, ""));
    }
  }

  /// As rows of servers answer to today's names; see {@link Row}.
  private static String todaysName(String old) {
    return old.equals("connection_name")
        ? "channel_name"
        : old.replace("master", "source").replace("slave", "replica");
  }

  @Override
  public Optional<String> text(String column) {
    return Optional.ofNullable(cells.get(column.toLowerCase(Locale.ROOT)))
        .filter(text -> !text.isEmpty());
  }

  @Override
  public OptionalLong number(String column) {
    try {
      return text(column).map(String::strip).map(Long::parseLong).stream()
          .mapToLong(Long::longValue)
          .findFirst();
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  @Override
  public Optional<Double> decimal(String column) {
    try {
      return text(column).map(String::strip).map(Double::valueOf);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<byte[]> bytes(String column) {
    return text(column).map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Optional<Instant> instant(String column) {
    try {
      return text(column)
          .filter(text -> text.length() >= 19)
          .map(text -> LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public List<String> columns() {
    return line.grid().columns();
  }
}
