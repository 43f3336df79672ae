package org.binnacle.mysql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.binnacle.mysql.pulse.PulseScope;
import org.binnacle.mysql.pulse.PulseSql;

/// A server family: the statements that differ between families. Each result has the same column
/// names in every family, so that one reader serves all; what a family lacks is NULL.
///
/// Every statement is fixed text, carries a comment `binnacle:<set>`, and is bounded.
public interface Flavour {

  /// Such as `MySQL 8.0` or `MariaDB 11.4`.
  String name();

  /// Whether this class is made for a server with this VERSION() and version_comment.
  boolean speaksTo(String version, String comment);

  /// The release line that it is made for, such as 8.0.0; orders the flavours of one family.
  Version line();

  /// Whether it belongs to the MariaDB family.
  boolean mariaDb();

  /// Statements sent once on connect: the bounds of the session contract.
  ///
  /// @param bounds time limits of this kind of session
  /// @param readOnly whether the session must be read-only
  List<String> onConnect(Bounds bounds, boolean readOnly);

  /// The process list: columns id, thread_id, user, host, db, command, time_s, state, info,
  /// info_length, connection_type, event_id, digest, timer_wait_ps, lock_time_ps, rows_examined,
  /// rows_sent, rows_affected, tmp_disk_tables, no_index, statement_ended, trx_started, trx_age_s,
  /// trx_rows_modified, trx_rows_locked, trx_state. Busy threads and those inside a transaction
  /// come first, longest first; this connection itself is left out.
  ///
  /// @param idle whether threads that only sleep are wanted too (idle ones inside a transaction
  ///   always are)
  /// @param background whether the server's own threads are wanted too: daemons, binlog dumps,
  ///   replica threads that only wait
  /// @param limit rows at most
  /// @param infoLength characters of the statement at most
  String processList(
      ServerFacts facts, boolean idle, boolean background, int limit, int infoLength);

  /// The process list without the server's own threads.
  default String processList(ServerFacts facts, boolean idle, int limit, int infoLength) {
    return processList(facts, idle, false, limit, infoLength);
  }

  /// Some threads by their connection ids, whatever they do: the columns of {@link #processList}.
  String sessions(ServerFacts facts, Collection<Long> connectionIds, int infoLength);

  /// The program names that connections have told: columns id, program; those that told none are
  /// left out. They never change, and a look-up goes over all threads (measured: 5 ms of CPU for
  /// 220 of 4,000), so they are asked once a connection. Empty where the family or the account
  /// knows none.
  default String programs(ServerFacts facts, Collection<Long> connectionIds) {
    return "";
  }

  /// What this family says about locks.
  Locking locking();

  /// The statement of one thread: column info, up to 65,535 bytes; `?` is the connection id.
  String fullStatement(ServerFacts facts);

  /// The whole statement of one thread, however long; empty where it runs none. A statement beyond
  /// 65,535 bytes is told by SHOW FULL PROCESSLIST only, which tells those of all threads: for a
  /// user's look at one statement, never for a poll.
  default Optional<String> fullStatement(Session session, long connectionId) {
    Optional<String> found =
        session
            .query(fullStatement(session.facts()), row -> row.text("info"), connectionId)
            .stream()
            .flatMap(Optional::stream)
            .findFirst();
    if (found.isEmpty() || found.get().length() < 16_000) {
      return found;
    }
    return session
        .query(
            "SHOW /* binnacle:statement */ FULL PROCESSLIST",
            row ->
                row.number("Id", -1) == connectionId ? row.text("Info") : Optional.<String>empty())
        .stream()
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> found);
  }

  /// What must be unchanged for a kill to hit what the user saw: columns id, thread_id, event_id,
  /// user, host, db, command, time_s, state, info; `?` is the connection id.
  String identity(ServerFacts facts);

  /// Connection attributes of one thread: columns name, value; `?` is the connection id. No rows
  /// where the family or the account cannot see them.
  String attributes(ServerFacts facts);

  /// What memory one thread uses, the most first: columns name, bytes; `?` is the
  /// performance_schema's thread id, or the connection id where the family has it in the process
  /// list. For a user's question about one thread, never for a poll: in MySQL 5.7 the table has no
  /// index.
  String memory();

  /// Accounts that may end the sessions of all others: columns grantee, privilege. An account
  /// without SELECT on mysql.* sees itself only; for those by a role see {@link #adminRoles}.
  default String admins() {
    return """
        SELECT /* binnacle:admins */ GRANTEE AS grantee, PRIVILEGE_TYPE AS privilege
         FROM information_schema.USER_PRIVILEGES
         WHERE PRIVILEGE_TYPE IN ('SUPER','CONNECTION_ADMIN','CONNECTION ADMIN') LIMIT 1000""";
  }

  /// Who has which role, and which roles are privileges of everybody or their own. Columns kind,
  /// role, role_host, member, member_host: `member` for an edge, `mandatory` for roles of all
  /// between commas, else the privilege that a role has. Denied without SELECT on schema mysql;
  /// empty for servers without roles.
  default Optional<String> adminRoles() {
    return Optional.empty();
  }

  String killQuery(ServerFacts facts, long connectionId);

  String killConnection(ServerFacts facts, long connectionId);

  /// Kills exactly one statement where the family can say so (MariaDB: KILL QUERY ID), else the
  /// statement that the connection runs by then.
  ///
  /// @param eventId the column event_id of the process list
  default String killQuery(ServerFacts facts, long connectionId, OptionalLong eventId) {
    return killQuery(facts, connectionId);
  }

  /// How plans are asked for.
  PlanWords planWords(ServerFacts facts);

  /// SHOW REPLICA STATUS in the family's words, one row a channel. Rows answer to the new column
  /// names (`Source_Host`, `Replica_IO_Running`, `Seconds_Behind_Source`, `Channel_Name`) in every
  /// family, since {@link Row} knows the old ones as their aliases.
  String replicaStatus();

  /// The registered replicas: SHOW REPLICAS or SHOW SLAVE HOSTS. Columns by {@link Row}'s aliases:
  /// Server_Id, Host, Port, Source_Id.
  String replicas();

  /// The statements of the light look that is taken of the whole fleet.
  default PulseSql pulse(ServerFacts facts) {
    return pulse(facts, PulseScope.WHOLE);
  }

  /// The same for a part of what there is.
  PulseSql pulse(ServerFacts facts, PulseScope scope);

  /// Cumulative digests of statements: columns schema_name, digest, n, time_us, lock_us, cpu_us,
  /// errors, warnings, affected, sent, examined, tmp, tmp_disk, no_index, max_us, p95_us, p99_us,
  /// first_seen, last_seen; numbers only, no texts. The row without schema and digest holds what
  /// did not find room in a full table.
  ///
  /// @param seenWithinS only those that ran in the last so many seconds (and the row without
  ///   digest); negative for all
  String digests(ServerFacts facts, long seenWithinS);

  /// The texts of a few digests: columns schema_name, digest, text, sample. `?` are schema (empty
  /// for none) and digest of each, in turn.
  String digestTexts(ServerFacts facts, int statements);

  /// One statement of a digest that ran lately or runs: column sample. `?` are digest and schema
  /// (empty for none), twice in turn.
  String digestSample();

  /// What an incident capture asks.
  IncidentWords incident();

  /// What is asked of the engine and of variables.
  EngineWords engine();

  /// The GRANTs that a diagnosing account needs here, each with why, for an account in the form
  /// `'user'@'host'`.
  List<NeededGrant> neededGrants(String account);

  /// The GRANT statements for what the session's account lacks; empty where it lacks nothing.
  default List<NeededGrant> missingGrants(Session session) {
    var missing = new ArrayList<NeededGrant>();
    for (NeededGrant grant : neededGrants(Accounts.quote(session.facts().account()))) {
      boolean offered =
          grant.capability() != Capability.PERFORMANCE_SCHEMA
              || session.facts().performanceSchema();
      if (offered && !session.facts().can(grant.capability())) {
        missing.add(grant);
      }
    }
    return missing;
  }

  /// A privilege that a capability needs.
  ///
  /// @param sql a whole GRANT statement
  record NeededGrant(Capability capability, String sql, String why) {}
}
