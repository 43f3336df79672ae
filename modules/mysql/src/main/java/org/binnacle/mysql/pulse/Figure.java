package org.binnacle.mysql.pulse;

import java.util.Locale;
import java.util.Optional;

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
  MAX_CONNECTIONS,
  READ_ONLY,
  /// MySQL: replication channels that are set up.
  CHANNELS,
  /// MySQL: halves of channels (receiver, applier) that do not run.
  CHANNELS_OFF,
  /// MySQL: 1 online, 2 recovering, 3 offline, 4 error, 5 unreachable, 6 another state; absent for
  /// no member of a group.
  GROUP_STATE;

  private static final Figure[] ALL = values();

  /// By the server's name for it, ignoring case.
  static Optional<Figure> of(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    for (Figure figure : ALL) {
      if (figure.name().equals(upper)) {
        return Optional.of(figure);
      }
    }
    return Optional.empty();
  }
}
