package org.binnacle.diagnosis.variable;

import java.util.Set;

/// Variables that are not settings: some change by themselves, some differ between instances by
/// their nature.
public final class Nature {
  private static final Set<String> RESTLESS =
      Set.of(
          "gtid_executed",
          "gtid_purged",
          "gtid_owned",
          "gtid_binlog_pos",
          "gtid_binlog_state",
          "gtid_current_pos",
          "gtid_slave_pos",
          "gtid_seq_no",
          "last_gtid",
          "timestamp",
          "rand_seed1",
          "rand_seed2",
          "pseudo_thread_id",
          "last_insert_id",
          "identity",
          "insert_id",
          "error_count",
          "warning_count",
          "wsrep_last_seen_gtid",
          "in_transaction",
          "innodb_thread_sleep_delay",
          "innodb_buffer_pool_load_now",
          "innodb_buffer_pool_dump_now");

  private static final Set<String> OWN =
      Set.of(
          "server_id",
          "server_uuid",
          "server_uid",
          "hostname",
          "port",
          "admin_port",
          "extra_port",
          "mysqlx_port",
          "bind_address",
          "admin_address",
          "mysqlx_bind_address",
          "basedir",
          "datadir",
          "tmpdir",
          "slave_load_tmpdir",
          "replica_load_tmpdir",
          "plugin_dir",
          "character_sets_dir",
          "lc_messages_dir",
          "secure_file_priv",
          "socket",
          "mysqlx_socket",
          "pid_file",
          "general_log_file",
          "slow_query_log_file",
          "log_error",
          "log_bin_basename",
          "log_bin_index",
          "relay_log",
          "relay_log_basename",
          "relay_log_index",
          "relay_log_info_file",
          "innodb_data_home_dir",
          "innodb_log_group_home_dir",
          "innodb_undo_directory",
          "report_host",
          "report_port",
          "wsrep_node_name",
          "wsrep_node_address",
          "wsrep_node_incoming_address",
          "group_replication_local_address",
          "gtid_domain_id");

  private Nature() {}

  /// Changes by itself or with each transaction: no change worth a mark.
  public static boolean restless(String name) {
    return RESTLESS.contains(name);
  }

  /// Differs between two instances that are set alike: names, addresses, paths, GTID sets.
  public static boolean own(String name) {
    return OWN.contains(name) || RESTLESS.contains(name);
  }
}
