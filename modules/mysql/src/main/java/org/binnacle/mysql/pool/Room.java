package org.binnacle.mysql.pool;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Ask;

/// Whether a server that was full has room again, asked on the connection that we hold.
final class Room {
  /// Where the board warns of too many connections.
  private static final double FULL = 0.85;

  private static final String CONNECTED =
      "SHOW /* binnacle:room */ GLOBAL STATUS WHERE Variable_name='Threads_connected'";
  private static final String MAX =
      "SHOW /* binnacle:room */ GLOBAL VARIABLES WHERE Variable_name='max_connections'";

  private Room() {}

  /// False where it does not answer.
  static boolean in(Monitor monitor) {
    Map<String, Long> told = new HashMap<>();
    try {
      monitor.run(
          session -> {
            session.round(List.of(ask(CONNECTED, told), ask(MAX, told)));
            return true;
          });
    } catch (Fault fault) {
      return false;
    }
    long connected = told.getOrDefault("threads_connected", -1L);
    long max = told.getOrDefault("max_connections", -1L);
    return connected >= 0 && max > 0 && connected < FULL * max;
  }

  private static Ask<?> ask(String sql, Map<String, Long> told) {
    return new Ask<>(
        sql,
        row ->
            told.put(
                row.text("Variable_name", "").toLowerCase(Locale.ROOT), row.number("Value", -1)),
        rows -> {});
  }
}
