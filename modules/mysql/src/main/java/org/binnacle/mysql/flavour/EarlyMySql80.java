package org.binnacle.mysql.flavour;

import java.util.List;
import java.util.Optional;
import org.binnacle.mysql.Version;

/// MySQL 8.0 before 8.0.22: dynamic privileges already, the words of replication still the old ones
/// (SHOW REPLICA STATUS came with 8.0.22, SHOW REPLICAS too).
public final class EarlyMySql80 implements MasterAndSlave {

  @Override
  public String name() {
    return "MySQL 8.0 before 8.0.22";
  }

  @Override
  public Version line() {
    return new Version(8, 0, 0);
  }

  @Override
  public boolean speaksTo(String version, String comment) {
    return MySqlSession.sameLine(this, version) && !Version.of(version).atLeast(8, 0, 22);
  }

  @Override
  public List<NeededGrant> neededGrants(String account) {
    return MySqlSession.grants(account, "CONNECTION_ADMIN");
  }

  @Override
  public Optional<String> adminRoles() {
    return Optional.of(RoleWords.MYSQL);
  }
}
