package org.binnacle.mysql.flavour;

import java.util.List;
import org.binnacle.mysql.Locking;
import org.binnacle.mysql.ServerFacts;
import org.binnacle.mysql.Version;

/// MySQL 5.7: the old words of replication, SUPER instead of dynamic privileges, the metadata lock
/// instrument off by default, digests without quantiles.
public final class MySql57 implements MasterAndSlave {

  @Override
  public String name() {
    return "MySQL 5.7";
  }

  @Override
  public Version line() {
    return new Version(5, 7, 0);
  }

  @Override
  public Locking locking() {
    return new OldLocks();
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
