package org.binnacle.diagnosis.innodb;

import java.util.List;

/// What is asked for by name, so that a look stays small: about 90 rows.
final class Names {
  static final List<String> STATUS =
      List.of(
          "uptime",
          "innodb_page_size",
          "innodb_buffer_pool_pages_total",
          "innodb_buffer_pool_pages_data",
          "innodb_buffer_pool_pages_free",
          "innodb_buffer_pool_pages_dirty",
          "innodb_buffer_pool_pages_flushed",
          "innodb_buffer_pool_read_requests",
          "innodb_buffer_pool_reads",
          "innodb_buffer_pool_read_ahead",
          "innodb_buffer_pool_read_ahead_evicted",
          "innodb_buffer_pool_wait_free",
          "innodb_os_log_written",
          "innodb_os_log_fsyncs",
          "innodb_os_log_pending_fsyncs",
          "innodb_log_waits",
          "innodb_log_writes",
          "innodb_redo_log_current_lsn",
          "innodb_redo_log_checkpoint_lsn",
          "innodb_redo_log_capacity_resized",
          "innodb_checkpoint_age",
          "innodb_checkpoint_max_age",
          "innodb_history_list_length",
          "innodb_undo_tablespaces_active",
          "innodb_rows_read",
          "innodb_rows_inserted",
          "innodb_rows_updated",
          "innodb_rows_deleted",
          "handler_read_key",
          "handler_read_next",
          "handler_read_rnd_next",
          "handler_write",
          "handler_update",
          "handler_delete",
          "innodb_row_lock_current_waits",
          "innodb_row_lock_waits",
          "innodb_row_lock_time",
          "innodb_row_lock_time_max",
          "innodb_deadlocks",
          "innodb_data_read",
          "innodb_data_written",
          "innodb_data_reads",
          "innodb_data_writes",
          "innodb_data_fsyncs",
          "innodb_data_pending_reads",
          "innodb_data_pending_writes",
          "innodb_data_pending_fsyncs",
          "innodb_dblwr_pages_written",
          "innodb_dblwr_writes",
          "created_tmp_tables",
          "created_tmp_disk_tables",
          "sort_merge_passes",
          "innodb_adaptive_hash_hash_searches",
          "innodb_adaptive_hash_non_hash_searches",
          "innodb_ibuf_size",
          "innodb_ibuf_merges");

  static final List<String> METRICS =
      List.of(
          "trx_rseg_history_len",
          "lock_deadlocks",
          "lock_timeouts",
          "log_lsn_checkpoint_age",
          "adaptive_hash_searches",
          "adaptive_hash_searches_btree",
          "ibuf_size",
          "ibuf_merges",
          "dml_reads",
          "dml_inserts",
          "dml_updates",
          "dml_deletes",
          "purge_dml_delay_usec",
          "innodb_rwlock_s_os_waits",
          "innodb_rwlock_x_os_waits",
          "innodb_rwlock_sx_os_waits",
          "innodb_rwlock_s_spin_rounds",
          "innodb_rwlock_x_spin_rounds",
          "innodb_rwlock_sx_spin_rounds");

  static final List<String> VARIABLES =
      List.of(
          "innodb_buffer_pool_size",
          "innodb_max_dirty_pages_pct",
          "innodb_log_file_size",
          "innodb_log_files_in_group",
          "innodb_redo_log_capacity",
          "innodb_max_purge_lag",
          "innodb_io_capacity",
          "innodb_io_capacity_max",
          "innodb_adaptive_hash_index",
          "innodb_change_buffering",
          "innodb_flush_log_at_trx_commit");

  private Names() {}
}
