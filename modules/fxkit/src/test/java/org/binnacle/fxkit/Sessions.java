package org.binnacle.fxkit;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.binnacle.fxkit.table.Column;
import org.binnacle.fxkit.theme.States;

/// Rows that look like a process list, for the tests and measurements of the kit.
public final class Sessions {

  public record Row(long id, String user, String host, String state, double timeS, String sql) {}

  private static final List<String> STATES =
      List.of("", "updating", "Sending data", "Waiting for table metadata lock", "statistics");

  private Sessions() {}

  /// The same ids each round, with other times and states.
  public static List<Row> round(int count, int round) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new Row(
                    1_000_000 + i,
                    "app" + i % 8,
                    "app-server-%02d.eu-west-1.example.com:%d".formatted(i % 40, 30_000 + i),
                    STATES.get((i + round) % STATES.size()),
                    (i * 37 + round * 11) % 400,
                    "UPDATE inventory SET qty = qty - 1 WHERE sku = 'A-%d' AND qty > 0 /* %d */"
                        .formatted(i, round)))
        .toList();
  }

  public static List<Column<Row>> columns() {
    return List.of(
        Column.<Row>number("id", "Id", 80, r -> String.valueOf(r.id()), Row::id),
        Column.text("user", "User", 80, Row::user),
        Column.text("host", "Host", 200, Row::host).keepEnd(),
        Column.<Row>number("time", "Time", 80, r -> "%.0f s".formatted(r.timeS()), Row::timeS)
            .icon(r -> r.timeS() > 300 ? "mdi2t-timer-sand" : ""),
        Column.<Row>text("state", "State", 160, Row::state)
            .pill(r -> r.state().startsWith("Waiting") ? "orange" : ""),
        Column.text("sql", "Query", 500, Row::sql).mono());
  }

  public static Set<javafx.css.PseudoClass> states(Row row) {
    if (row.state().startsWith("Waiting")) {
      return Set.of(States.BLOCKED);
    }
    return row.timeS() > 300 ? Set.of(States.VERY_SLOW) : Set.of();
  }
}
