package org.binnacle.diagnosis.replication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ClusterStateTest {

  @Test
  void aGroupIsToldFromTheMembersOwnRow() {
    var members =
        List.of(
            new ClusterState.Member("aa", "ONLINE", "PRIMARY"),
            new ClusterState.Member("bb", "RECOVERING", "SECONDARY"),
            new ClusterState.Member("cc", "ONLINE", "SECONDARY"));
    assertThat(ClusterState.group("BB", members))
        .contains(
            "Group Replication: this member is RECOVERING, SECONDARY; 2 of 3 members are ONLINE.");
    assertThat(ClusterState.group("zz", members)).isEmpty();
    assertThat(ClusterState.group("", List.of(new ClusterState.Member("", "", "")))).isEmpty();
  }

  @Test
  void galeraIsToldOnlyWhereThereIsACluster() {
    assertThat(ClusterState.galera(Map.of("wsrep_cluster_size", "0"))).isEmpty();
    assertThat(ClusterState.galera(Map.of())).isEmpty();
    assertThat(
            ClusterState.galera(
                Map.of(
                    "wsrep_cluster_size", "3",
                    "wsrep_cluster_status", "Primary",
                    "wsrep_local_state_comment", "Synced",
                    "wsrep_flow_control_paused", "0.0213")))
        .contains(
            "Galera: this node is Synced in a Primary component of 3; flow control paused it 2.1 %"
                + " of the time.");
  }

  @Test
  void positionsOfMariaDbAreComparedDomainByDomain() {
    assertThat(MariaGtids.missing("0-1-57,7-2-3", "0-1-50,7-9-9")).isEqualTo(OptionalLong.of(7));
    assertThat(MariaGtids.missing("0-1-57,7-2-3", "")).isEqualTo(OptionalLong.of(60));
    assertThat(MariaGtids.missing("", "0-1-50")).isEmpty();
    assertThat(MariaGtids.missing("no position", "0-1-50")).isEmpty();
  }

  @Test
  void onlyWhatAServerWroteItselfIsErrant() {
    GtidSet extra = GtidSet.of("aa:1-3,bb:7,aa:tag:9");
    assertThat(extra.writtenBy("AA").text()).isEqualTo("aa:1-3,aa:tag:9");
    assertThat(extra.writtenBy("").isEmpty()).isTrue();
  }
}
