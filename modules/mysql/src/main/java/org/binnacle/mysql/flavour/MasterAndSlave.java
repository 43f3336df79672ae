package org.binnacle.mysql.flavour;

/// The words of replication before 8.0.22.
interface MasterAndSlave extends AnyMySql {

  @Override
  default String replicaStatus() {
    return "SHOW /* binnacle:replica */ SLAVE STATUS";
  }

  @Override
  default String replicas() {
    return "SHOW /* binnacle:replicas */ SLAVE HOSTS";
  }
}
