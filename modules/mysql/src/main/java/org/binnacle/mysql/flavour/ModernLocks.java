package org.binnacle.mysql.flavour;

import java.util.Collection;
import java.util.List;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.Locking;
import org.binnacle.mysql.ServerFacts;

/// MySQL from 8.0 on: performance_schema.data_lock_waits and data_locks, both only by transaction
/// id, which they look up (measured: 0.2 ms where a scan of a million locks takes 3.5 s).
final class ModernLocks implements Locking {

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

  @Override
  public Metadata metadata(ServerFacts facts) {
    return facts.can(Capability.METADATA_LOCKS) ? Metadata.FULL : Metadata.STATES;
  }

  @Override
  public String rowWaits(Collection<String> trxIds, Collection<String> lockIds, int limit) {
    return """
        SELECT /* binnacle:lock-waits */ REQUESTING_ENGINE_TRANSACTION_ID AS waiter_trx,
         BLOCKING_ENGINE_TRANSACTION_ID AS blocker_trx, BLOCKING_ENGINE_LOCK_ID AS blocking_lock,
         REQUESTING_ENGINE_LOCK_ID AS waiting_lock
         FROM performance_schema.data_lock_waits
         WHERE REQUESTING_ENGINE_TRANSACTION_ID IN (%s) LIMIT %d"""
        .formatted(Locking.digits(trxIds), limit);
  }

  @Override
  public String rowLocks(Collection<String> trxIds, Collection<String> lockIds, int limit) {
    return """
        SELECT /* binnacle:locks */ ENGINE_TRANSACTION_ID AS trx_id, ENGINE_LOCK_ID AS lock_id,
         OBJECT_SCHEMA AS object_schema, OBJECT_NAME AS object_name,
         PARTITION_NAME AS partition_name, INDEX_NAME AS index_name, LOCK_TYPE AS lock_type,
         LOCK_MODE AS lock_mode, LEFT(LOCK_DATA,120) AS lock_data
         FROM performance_schema.data_locks
         WHERE ENGINE_TRANSACTION_ID IN (%s) AND LOCK_STATUS='WAITING' LIMIT %d"""
        .formatted(Locking.digits(trxIds), limit);
  }

  @Override
  public String rowLocksOf(String trxId, String lockId, int limit) {
    return """
        SELECT /* binnacle:row-locks-of-trx */ OBJECT_SCHEMA AS object_schema,
         OBJECT_NAME AS object_name, PARTITION_NAME AS partition_name, INDEX_NAME AS index_name,
         LOCK_TYPE AS lock_type, LOCK_MODE AS lock_mode, LOCK_STATUS AS lock_status,
         COUNT(*) AS many, MIN(LEFT(LOCK_DATA,120)) AS lock_data
         FROM performance_schema.data_locks WHERE ENGINE_TRANSACTION_ID IN (%s)
         AND NOT (LOCK_TYPE='TABLE' AND LOCK_MODE IN ('IS','IX'))
         GROUP BY OBJECT_SCHEMA, OBJECT_NAME, PARTITION_NAME, INDEX_NAME, LOCK_TYPE, LOCK_MODE,
          LOCK_STATUS
         ORDER BY LOCK_STATUS='WAITING' DESC, many DESC LIMIT %d"""
        .formatted(Locking.digits(List.of(trxId)), limit);
  }

  @Override
  public boolean allRowLocks() {
    return true;
  }
}
