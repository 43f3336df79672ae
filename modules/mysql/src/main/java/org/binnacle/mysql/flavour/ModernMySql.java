package org.binnacle.mysql.flavour;

import java.util.List;
import java.util.Optional;

/// What MySQL says alike from 8.0.22 on: the words source and replica, dynamic privileges.
interface ModernMySql extends AnyMySql {

  @Override
  default String replicaStatus() {
    return "SHOW /* binnacle:replica */ REPLICA STATUS";
  }

  @Override
  default String replicas() {
    return "SHOW /* binnacle:replicas */ REPLICAS";
  }

  @Override
  default Optional<String> adminRoles() {
    return Optional.of(RoleWords.MYSQL);
  }

  @Override
  default List<NeededGrant> neededGrants(String account) {
    return MySqlSession.grants(account, "CONNECTION_ADMIN");
  }
}
