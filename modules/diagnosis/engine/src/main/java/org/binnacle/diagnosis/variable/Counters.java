package org.binnacle.diagnosis.variable;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Tells where status variables were reset, so that no rate is made over it.
public final class Counters {
  /// Begin anew with a restart, and with FLUSH STATUS.
  private static final List<String> CLOCKS = List.of("uptime", "uptime_since_flush_status");

  private static final Pattern GROW =
      Pattern.compile(
          "(com_|handler_|bytes_|created_tmp_|select_|sort_|aborted_|binlog_cache_"
              + "|connection_errors_|innodb_rows_|innodb_data_(reads|writes|read|written|fsyncs)$"
              + "|innodb_log_writ|table_open_cache_|opened_).*|questions|queries|connections"
              + "|slow_queries");

  private Counters() {}

  /// Whether the server was restarted or its counters were flushed between two looks.
  ///
  /// @param then values by names in lower case; empty where there is none
  public static boolean reset(
      Function<String, Optional<Long>> then, Function<String, Optional<Long>> now) {
    return CLOCKS.stream()
        .anyMatch(
            clock -> {
              Optional<Long> is = now.apply(clock);
              return is.isPresent() && then.apply(clock).filter(was -> is.get() < was).isPresent();
            });
  }

  /// Whether a value that went back was reset; false for one that may fall by itself.
  ///
  /// @param name in lower case
  public static boolean wentBack(String name, long then, long now) {
    return now < then && GROW.matcher(name).matches();
  }
}
