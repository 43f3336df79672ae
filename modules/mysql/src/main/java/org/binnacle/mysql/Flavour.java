package org.binnacle.mysql;

import java.util.List;

/// A server family: the statements that differ between families. Each result has the same column
/// names in every family, so that one reader serves all; what a family lacks is NULL.
///
/// Every statement is fixed text, carries a comment `binnacle:<set>`, and is bounded.
public interface Flavour {

  /// Such as `MySQL 8.0` or `MariaDB 11.4`.
  String name();

  /// Whether this class is made for a server with this VERSION() and version_comment.
  boolean speaksTo(String version, String comment);

  /// Statements sent once on connect: the bounds of the session contract.
  ///
  /// @param bounds time limits of this kind of session
  /// @param readOnly whether the session must be read-only
  List<String> onConnect(Bounds bounds, boolean readOnly);

  /// The process list: columns id, thread_id, user, host, db, command, time_s, state, info,
  /// info_length, connection_type, program, event_id, digest, timer_wait_ps, lock_time_ps,
  /// rows_examined, rows_sent, rows_affected, tmp_disk_tables, no_index, statement_ended,
  /// trx_started, trx_rows_modified, trx_rows_locked, trx_state.
  ///
  /// @param idle whether threads that only sleep are wanted too (idle ones inside a transaction
  ///   always are)
  /// @param limit rows at most, longest first
  /// @param infoLength characters of the statement at most
  String processList(ServerFacts facts, boolean idle, int limit, int infoLength);

  /// The whole statement of one thread: column info; `?` is the connection id.
  String fullStatement(ServerFacts facts);

  /// What must be unchanged for a kill to hit what the user saw: columns id, thread_id, event_id,
  /// user, host, db, command, time_s, state, info; `?` is the connection id.
  String identity(ServerFacts facts);

  /// Connection attributes of one thread: columns name, value; `?` is the connection id.
  String attributes(ServerFacts facts);

  String killQuery(ServerFacts facts, long connectionId);

  String killConnection(ServerFacts facts, long connectionId);

  /// SHOW REPLICA STATUS in the family's words.
  String replicaStatus();

  /// The registered replicas: SHOW REPLICAS or SHOW SLAVE HOSTS.
  String replicas();

  /// The GRANTs that a diagnosing account needs here, each with why, for an account in the form
  /// `'user'@'host'`.
  List<NeededGrant> neededGrants(String account);

  /// A privilege that a capability needs.
  ///
  /// @param sql a whole GRANT statement
  record NeededGrant(Capability capability, String sql, String why) {}
}
