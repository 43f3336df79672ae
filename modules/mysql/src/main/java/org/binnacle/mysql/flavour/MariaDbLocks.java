package org.binnacle.mysql.flavour;

import java.util.Collection;
import java.util.Optional;
import org.binnacle.mysql.Locking;
import org.binnacle.mysql.ServerFacts;

/// As MySQL 5.7, and beside it the plugin metadata_lock_info, which tells who holds which metadata
/// lock without performance_schema (off by default in MariaDB). It tells nobody who waits.
final class MariaDbLocks implements Locking {
  private final Locking old = new OldLocks();

  @Override
  public String waiters(int limit) {
    return old.waiters(limit);
  }

  @Override
  public String openTransactions(int limit) {
    return old.openTransactions(limit);
  }

  @Override
  public String historyLength() {
    return old.historyLength();
  }

  @Override
  public String transactions(Collection<String> trxIds) {
    return old.transactions(trxIds);
  }

  @Override
  public Metadata metadata(ServerFacts facts) {
    return old.metadata(facts);
  }

  @Override
  public String rowWaits(Collection<String> trxIds, Collection<String> lockIds, int limit) {
    return old.rowWaits(trxIds, lockIds, limit);
  }

  @Override
  public String rowLocks(Collection<String> trxIds, Collection<String> lockIds, int limit) {
    return old.rowLocks(trxIds, lockIds, limit);
  }

  @Override
  public String rowLocksOf(String trxId, String lockId, int limit) {
    return old.rowLocksOf(trxId, lockId, limit);
  }

  @Override
  public boolean allRowLocks() {
    return old.allRowLocks();
  }

  /// LOCK_TYPE is such as `Table metadata lock`, LOCK_MODE such as `MDL_SHARED_READ`.
  @Override
  public Optional<String> pluginMetadataOf(int limit) {
    return Optional.of(
        """
        SELECT /* binnacle:mdl-of-thread */
         UPPER(REPLACE(LOCK_TYPE,' metadata lock','')) AS object_type,
         TABLE_SCHEMA AS object_schema, TABLE_NAME AS object_name, LOCK_MODE AS lock_type,
         THREAD_ID AS thread_id, LOCK_DURATION AS lock_duration, 'GRANTED' AS lock_status
         FROM information_schema.METADATA_LOCK_INFO WHERE THREAD_ID=? LIMIT %d"""
            .formatted(limit));
  }
}
