package org.binnacle.diagnosis.incident.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.binnacle.diagnosis.incident.Finding;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.kernel.Severity;

/// A variable that decides over durability, limits, memory or plans has another value than at the
/// capture or look before.
final class VariablesChanged implements Rule {
  private static final Set<String> NOTABLE =
      Set.of(
          "innodb_buffer_pool_size",
          "innodb_dedicated_server",
          "innodb_flush_log_at_trx_commit",
          "innodb_flush_method",
          "innodb_io_capacity",
          "innodb_io_capacity_max",
          "innodb_lock_wait_timeout",
          "innodb_deadlock_detect",
          "innodb_log_file_size",
          "innodb_redo_log_capacity",
          "innodb_thread_concurrency",
          "innodb_adaptive_hash_index",
          "innodb_doublewrite",
          "binlog_format",
          "binlog_row_image",
          "gtid_mode",
          "join_buffer_size",
          "lock_wait_timeout",
          "long_query_time",
          "max_allowed_packet",
          "max_connections",
          "max_execution_time",
          "max_statement_time",
          "max_heap_table_size",
          "max_user_connections",
          "offline_mode",
          "optimizer_switch",
          "query_cache_size",
          "query_cache_type",
          "read_only",
          "super_read_only",
          "replica_parallel_workers",
          "slave_parallel_workers",
          "sort_buffer_size",
          "sql_mode",
          "sync_binlog",
          "table_definition_cache",
          "table_open_cache",
          "thread_cache_size",
          "tmp_table_size",
          "transaction_isolation",
          "tx_isolation",
          "version",
          "wait_timeout");
  private static final int TOLD = 8;

  @Override
  public String id() {
    return "variables.changed";
  }

  @Override
  public Optional<Finding> look(Evidence evidence) {
    List<Grid.Line> changed =
        evidence.recorded().grid("variables", "changed").lines().stream()
            .filter(line -> NOTABLE.contains(line.low("name")))
            .toList();
    if (changed.isEmpty()) {
      return Optional.empty();
    }
    String since =
        evidence.recorded().grid("variables", "compared with").lines().stream()
            .findFirst()
            .map(line -> " since " + line.text("with") + " of " + line.text("at"))
            .orElse("");
    return Optional.of(
        evidence.finding(
            this,
            Severity.NOTICE,
            "%s another value%s: %s."
                .formatted(
                    changed.size() == 1 ? "A variable has" : changed.size() + " variables have",
                    since,
                    String.join(
                        ", ", changed.stream().limit(TOLD).map(line -> line.low("name")).toList())),
            changed.stream().limit(TOLD).map(VariablesChanged::words).toList(),
            "Ask who changed it and whether the trouble began then; all changes are in the variables."));
  }

  private static String words(Grid.Line line) {
    return "%s: %s, it was %s"
        .formatted(line.low("name"), shown(line.text("value")), shown(line.text("was")));
  }

  private static String shown(String value) {
    return value.isEmpty() ? "empty" : Evidence.sql(value);
  }
}
