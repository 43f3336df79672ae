package org.binnacle.mysql.flavour;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.binnacle.mysql.Bounds;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.EngineWords;
import org.binnacle.mysql.Flavour;
import org.binnacle.mysql.IncidentWords;
import org.binnacle.mysql.Locking;
import org.binnacle.mysql.PlanWords;
import org.binnacle.mysql.ServerFacts;
import org.binnacle.mysql.Version;
import org.binnacle.mysql.pulse.PulseScope;
import org.binnacle.mysql.pulse.PulseSql;

/// What MariaDB says alike from 10.5 on: all from information_schema, since its performance_schema
/// is off by default; max_statement_time in seconds; KILL QUERY ID.
interface MariaDb extends Flavour {

  @Override
  default boolean mariaDb() {
    return true;
  }

  @Override
  default boolean speaksTo(String version, String comment) {
    Version number = Version.of(version);
    return version.contains("MariaDB")
        && number.major() == line().major()
        && number.minor() == line().minor();
  }

  /// The driver's setReadOnly does not reach MariaDB 10, so the server is told here.
  @Override
  default List<String> onConnect(Bounds bounds, boolean readOnly) {
    String set =
        "SET /* binnacle:bounds */ SESSION lock_wait_timeout=%d, max_statement_time=%d.%03d, time_zone='+00:00'"
            .formatted(
                MySqlSession.seconds(bounds),
                bounds.statement().toSeconds(),
                bounds.statement().toMillisPart());
    return readOnly ? List.of(set, "SET SESSION TRANSACTION READ ONLY") : List.of(set);
  }

  @Override
  default String processList(
      ServerFacts facts, boolean idle, boolean background, int limit, int infoLength) {
    return ProcessLists.mariaDb(facts, idle, background, limit, infoLength);
  }

  @Override
  default String sessions(ServerFacts facts, Collection<Long> connectionIds, int infoLength) {
    return ProcessLists.mariaDb(facts, connectionIds, infoLength);
  }

  @Override
  default Locking locking() {
    return new MariaDbLocks();
  }

  @Override
  default String fullStatement(ServerFacts facts) {
    return ProcessLists.mariaDbFullStatement();
  }

  @Override
  default String identity(ServerFacts facts) {
    return ProcessLists.mariaDbIdentity();
  }

  @Override
  default String attributes(ServerFacts facts) {
    return ProcessLists.attributes(facts);
  }

  @Override
  default String memory() {
    return ProcessLists.MARIADB_MEMORY;
  }

  @Override
  default String killQuery(ServerFacts facts, long connectionId) {
    return KillWords.query(facts, connectionId);
  }

  @Override
  default String killQuery(ServerFacts facts, long connectionId, OptionalLong eventId) {
    return eventId.isPresent() && facts.can(Capability.KILL)
        ? "KILL QUERY ID " + eventId.getAsLong()
        : killQuery(facts, connectionId);
  }

  @Override
  default String killConnection(ServerFacts facts, long connectionId) {
    return KillWords.connection(facts, connectionId);
  }

  @Override
  default Optional<String> adminRoles() {
    return Optional.of(RoleWords.MARIADB);
  }

  @Override
  default PlanWords planWords(ServerFacts facts) {
    return new MariaDbPlanWords();
  }

  @Override
  default String replicaStatus() {
    return "SHOW /* binnacle:replica */ ALL SLAVES STATUS";
  }

  @Override
  default String replicas() {
    return "SHOW /* binnacle:replicas */ SLAVE HOSTS";
  }

  @Override
  default PulseSql pulse(ServerFacts facts, PulseScope scope) {
    return PulseWords.mariaDb(facts, scope);
  }

  @Override
  default String digests(ServerFacts facts, long seenWithinS) {
    return DigestWords.numbers(facts, false, seenWithinS);
  }

  @Override
  default String digestSample() {
    return DigestWords.sample();
  }

  @Override
  default String digestTexts(ServerFacts facts, int statements) {
    return DigestWords.texts(statements);
  }

  @Override
  default IncidentWords incident() {
    return new MariaDbIncident();
  }

  @Override
  default EngineWords engine() {
    return new MariaDbEngine();
  }

  @Override
  default List<NeededGrant> neededGrants(String account) {
    return List.of(
        AnyMySql.grant(
            Capability.PROCESS, "PROCESS ON *.*", account, "to see the sessions of others"),
        AnyMySql.grant(
            Capability.PERFORMANCE_SCHEMA,
            "SELECT ON performance_schema.*",
            account,
            "for digests and wait times"),
        AnyMySql.grant(
            Capability.REPLICATION,
            "BINLOG MONITOR, REPLICA MONITOR ON *.*",
            account,
            "for replica status"),
        AnyMySql.grant(
            Capability.KILL,
            "CONNECTION ADMIN ON *.*",
            account,
            "to end the statements of others"));
  }
}
