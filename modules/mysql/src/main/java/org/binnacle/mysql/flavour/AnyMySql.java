package org.binnacle.mysql.flavour;

import java.util.Collection;
import java.util.List;
import org.binnacle.mysql.Bounds;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.EngineWords;
import org.binnacle.mysql.Flavour;
import org.binnacle.mysql.IncidentWords;
import org.binnacle.mysql.Locking;
import org.binnacle.mysql.PlanWords;
import org.binnacle.mysql.ServerFacts;
import org.binnacle.mysql.pulse.PulseScope;
import org.binnacle.mysql.pulse.PulseSql;

/// What every MySQL that we know says alike: performance_schema with all that the process list
/// needs, the bounds of a session, the verbs of a kill.
interface AnyMySql extends Flavour {

  @Override
  default boolean mariaDb() {
    return false;
  }

  @Override
  default boolean speaksTo(String version, String comment) {
    return MySqlSession.sameLine(this, version);
  }

  @Override
  default List<String> onConnect(Bounds bounds, boolean readOnly) {
    return MySqlSession.onConnect(bounds, readOnly);
  }

  @Override
  default String processList(
      ServerFacts facts, boolean idle, boolean background, int limit, int infoLength) {
    return ProcessLists.mySql(facts, idle, background, limit, infoLength);
  }

  @Override
  default String sessions(ServerFacts facts, Collection<Long> connectionIds, int infoLength) {
    return ProcessLists.mySql(facts, connectionIds, infoLength);
  }

  @Override
  default String programs(ServerFacts facts, Collection<Long> connectionIds) {
    return ProcessLists.programs(facts, connectionIds);
  }

  @Override
  default Locking locking() {
    return new ModernLocks();
  }

  @Override
  default String fullStatement(ServerFacts facts) {
    return ProcessLists.fullStatement(facts);
  }

  @Override
  default String identity(ServerFacts facts) {
    return ProcessLists.mySqlIdentity(facts);
  }

  @Override
  default String attributes(ServerFacts facts) {
    return ProcessLists.attributes(facts);
  }

  @Override
  default String memory() {
    return ProcessLists.MEMORY;
  }

  @Override
  default String killQuery(ServerFacts facts, long connectionId) {
    return KillWords.query(facts, connectionId);
  }

  @Override
  default String killConnection(ServerFacts facts, long connectionId) {
    return KillWords.connection(facts, connectionId);
  }

  @Override
  default PlanWords planWords(ServerFacts facts) {
    return new MySqlPlanWords(facts.number());
  }

  @Override
  default PulseSql pulse(ServerFacts facts, PulseScope scope) {
    return PulseWords.mySql(facts, scope);
  }

  @Override
  default String digests(ServerFacts facts, long seenWithinS) {
    return DigestWords.numbers(facts, true, seenWithinS);
  }

  @Override
  default String digestSample() {
    return DigestWords.sample();
  }

  @Override
  default String digestTexts(ServerFacts facts, int statements) {
    return DigestWords.indexedTexts(statements);
  }

  /// The grant of one capability, where more are asked of it than one.
  static NeededGrant grant(Capability capability, String what, String account, String why) {
    return new NeededGrant(capability, "GRANT " + what + " TO " + account, why);
  }

  @Override
  default IncidentWords incident() {
    return new MySqlIncident();
  }

  @Override
  default EngineWords engine() {
    return new MySqlEngine();
  }
}
