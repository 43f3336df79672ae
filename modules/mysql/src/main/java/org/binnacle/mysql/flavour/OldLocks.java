package org.binnacle.mysql.flavour;

import java.util.Collection;
import java.util.List;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.Locking;
import org.binnacle.mysql.ServerFacts;

/// MySQL 5.7 and MariaDB: information_schema.INNODB_LOCKS holds only locks that somebody waits for
/// or that are waited for, from a copy that InnoDB renews at most every 100 ms. It names a table as
/// `` `shop`.`stock` ``, which the reader takes apart.
final class OldLocks implements Locking {

  @Override
  public String waiters(int limit) {
    return InnoDbTrx.waiters(limit);
  }

  @Override
  public String openTransactions(int limit) {
    return InnoDbTrx.open(limit);
  }

  @Override
  public String historyLength() {
    return InnoDbTrx.HISTORY_LENGTH;
  }

  @Override
  public String transactions(Collection<String> trxIds) {
    return InnoDbTrx.byId(trxIds);
  }

  /// The instrument is off by default in both families.
  @Override
  public Metadata metadata(ServerFacts facts) {
    return facts.can(Capability.METADATA_LOCKS) ? Metadata.FULL : Metadata.STATES;
  }

  @Override
  public String rowWaits(Collection<String> trxIds, Collection<String> lockIds, int limit) {
    return """
        SELECT /* binnacle:lock-waits */ requesting_trx_id AS waiter_trx,
         blocking_trx_id AS blocker_trx, blocking_lock_id AS blocking_lock,
         requested_lock_id AS waiting_lock
         FROM information_schema.INNODB_LOCK_WAITS WHERE requesting_trx_id IN (%s) LIMIT %d"""
        .formatted(Locking.digits(trxIds), limit);
  }

  @Override
  public String rowLocks(Collection<String> trxIds, Collection<String> lockIds, int limit) {
    return """
        SELECT /* binnacle:locks */ lock_trx_id AS trx_id, lock_id AS lock_id,
         NULL AS object_schema, lock_table AS object_name, NULL AS partition_name,
         lock_index AS index_name, lock_type AS lock_type, lock_mode AS lock_mode,
         LEFT(lock_data,120) AS lock_data
         FROM information_schema.INNODB_LOCKS WHERE lock_id IN (%s) LIMIT %d"""
        .formatted(Locking.locks(lockIds), limit);
  }

  @Override
  public String rowLocksOf(String trxId, String lockId, int limit) {
    String awaited = "lock_id IN (" + Locking.locks(List.of(lockId)) + ")";
    return """
        SELECT /* binnacle:row-locks-of-trx */ NULL AS object_schema, lock_table AS object_name,
         NULL AS partition_name, lock_index AS index_name, lock_type AS lock_type,
         lock_mode AS lock_mode, IF(%s,'WAITING','GRANTED') AS lock_status,
         COUNT(*) AS many, MIN(LEFT(lock_data,120)) AS lock_data
         FROM information_schema.INNODB_LOCKS WHERE lock_trx_id IN (%s)
         AND NOT (lock_type='TABLE' AND lock_mode IN ('IS','IX'))
         GROUP BY lock_table, lock_index, lock_type, lock_mode, lock_status
         ORDER BY lock_status='WAITING' DESC, many DESC LIMIT %d"""
        .formatted(awaited, Locking.digits(List.of(trxId)), limit);
  }

  @Override
  public boolean allRowLocks() {
    return false;
  }
}
