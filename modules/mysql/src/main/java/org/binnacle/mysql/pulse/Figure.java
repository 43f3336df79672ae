package org.binnacle.mysql.pulse;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A number that a pulse holds, named as the server's status value. What a family does not know is
/// simply absent.
public enum Figure {
  UPTIME,
  QUESTIONS,
  COM_COMMIT,
  COM_ROLLBACK,
  THREADS_CONNECTED,
  THREADS_RUNNING,
  MAX_USED_CONNECTIONS,
  ABORTED_CONNECTS,
  CONNECTION_ERRORS_MAX_CONNECTIONS,
  INNODB_ROW_LOCK_CURRENT_WAITS,
  INNODB_ROW_LOCK_TIME,
  INNODB_BUFFER_POOL_READS,
  INNODB_BUFFER_POOL_READ_REQUESTS,
  INNODB_BUFFER_POOL_WAIT_FREE,
  INNODB_OS_LOG_WRITTEN,
  INNODB_DATA_PENDING_FSYNCS,
  SLOW_QUERIES,
  CREATED_TMP_DISK_TABLES,
  SELECT_SCAN,
  BYTES_SENT,
  TABLE_OPEN_CACHE_OVERFLOWS,
  /// MariaDB: replication threads that apply.
  SLAVES_RUNNING,
  /// MariaDB: 1 where the default channel both receives and applies.
  SLAVE_RUNNING,
  /// Galera: 1 where the node takes statements; told by every MariaDB.
  WSREP_READY,
  /// Galera: 1 in the primary component, 2 outside, 3 disconnected; told by every MariaDB.
  WSREP_CLUSTER_STATUS,
  /// Galera: 1 joining, 2 donor or desynced, 3 joined, 4 synced; absent for no node of a cluster.
  WSREP_LOCAL_STATE,
  MAX_CONNECTIONS,
  READ_ONLY,
  /// MySQL: replication channels that are set up.
  CHANNELS,
  /// MySQL: halves of channels (receiver, applier) that do not run.
  CHANNELS_OFF,
  /// MySQL: 1 online, 2 recovering, 3 offline, 4 error, 5 unreachable, 6 another state; absent or 0
  /// for no member of a group.
  GROUP_STATE;

  private static final Map<String, Figure> BY_NAME = new HashMap<>();

  static {
    for (Figure figure : values()) {
      // As servers spell it, and in either case.
      BY_NAME.put(figure.name().charAt(0) + figure.key().substring(1), figure);
      BY_NAME.put(figure.key(), figure);
      BY_NAME.put(figure.name(), figure);
    }
  }

  private final String key = name().toLowerCase(Locale.ROOT);

  /// The name in lower case.
  public String key() {
    return key;
  }

  /// By the server's name for it, ignoring case; null for another name.
  static @Nullable Figure of(String name) {
    Figure figure = BY_NAME.get(name);
    return figure == null ? BY_NAME.get(name.toLowerCase(Locale.ROOT)) : figure;
  }
}
