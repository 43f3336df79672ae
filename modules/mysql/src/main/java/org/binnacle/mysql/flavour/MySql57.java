package org.binnacle.mysql.flavour;

import java.util.List;
import org.binnacle.mysql.Bounds;
import org.binnacle.mysql.Flavour;
import org.binnacle.mysql.PlanWords;
import org.binnacle.mysql.ServerFacts;
import org.binnacle.mysql.Version;
import org.binnacle.mysql.pulse.PulseSql;

/// MySQL 5.7: the old words of replication, SUPER instead of dynamic privileges, the metadata lock
/// instrument off by default.
public final class MySql57 implements Flavour {

  @Override
  public String name() {
    return "MySQL 5.7";
  }

  @Override
  public Version line() {
    return new Version(5, 7, 0);
  }

  @Override
  public boolean mariaDb() {
    return false;
  }

  @Override
  public boolean speaksTo(String version, String comment) {
    return MySqlSession.sameLine(this, version);
  }

  @Override
  public List<String> onConnect(Bounds bounds, boolean readOnly) {
    return MySqlSession.onConnect(bounds, readOnly);
  }

  @Override
  public String processList(
      ServerFacts facts, boolean idle, boolean background, int limit, int infoLength) {
    return ProcessLists.mySql(facts, idle, background, limit, infoLength);
  }

  @Override
  public String fullStatement(ServerFacts facts) {
    return ProcessLists.fullStatement(facts);
  }

  @Override
  public String identity(ServerFacts facts) {
    return ProcessLists.mySqlIdentity(facts);
  }

  @Override
  public String attributes(ServerFacts facts) {
    return ProcessLists.attributes(facts);
  }

  @Override
  public String killQuery(ServerFacts facts, long connectionId) {
    return KillWords.query(facts, connectionId);
  }

  @Override
  public String killConnection(ServerFacts facts, long connectionId) {
    return KillWords.connection(facts, connectionId);
  }

  @Override
  public PlanWords planWords(ServerFacts facts) {
    return new MySqlPlanWords(facts.number());
  }

  @Override
  public String replicaStatus() {
    return "SHOW /* binnacle:replica */ SLAVE STATUS";
  }

  @Override
  public String replicas() {
    return "SHOW /* binnacle:replicas */ SLAVE HOSTS";
  }

  @Override
  public PulseSql pulse(ServerFacts facts) {
    return PulseWords.mySql(facts);
  }

  @Override
  public String digests(ServerFacts facts, long seenWithinS) {
    return DigestWords.numbers(facts, false, seenWithinS);
  }

  @Override
  public String digestTexts(ServerFacts facts, int statements) {
    return DigestWords.texts(statements);
  }

  @Override
  public List<NeededGrant> neededGrants(String account) {
    return MySqlSession.grants(account, "SUPER");
  }
}
