package org.binnacle.diagnosis.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.binnacle.diagnosis.kill.AdminRoles.Account;
import org.binnacle.diagnosis.kill.AdminRoles.Told;
import org.junit.jupiter.api.Test;

class AdminRolesTest {
  private static final Account NOBODY = new Account("", "");

  private static Account of(String name) {
    int at = name.indexOf('@');
    return new Account(name.substring(0, at), name.substring(at + 1));
  }

  private static Told has(String member, String role) {
    return new Told("member", of(role), of(member));
  }

  private static Told mandatory(String roles) {
    return new Told("mandatory", new Account(roles, ""), NOBODY);
  }

  private static final AdminAccount DBA = new AdminAccount("dba", "%", "CONNECTION_ADMIN");

  @Test
  void aRoleOfARoleAdministersAndARingEnds() {
    var roles =
        new AdminRoles(
            List.of(
                has("lead@%", "dba@%"),
                has("dba@%", "lead@%"),
                has("boss@10.%", "lead@%"),
                has("app@%", "reader@%"),
                mandatory("reader")));
    assertThat(roles.beyond(List.of(DBA)))
        .containsExactly(
            new AdminAccount("lead", "%", "CONNECTION_ADMIN by role dba"),
            new AdminAccount("boss", "10.%", "CONNECTION_ADMIN by role dba, by way of lead"));
  }

  @Test
  void ofMariaDbARoleIsNobodyWhoLogsIn() {
    var roles =
        new AdminRoles(
            List.of(
                new Told("SUPER", of("dba@"), NOBODY),
                has("lead@", "dba@"),
                has("boss@%", "lead@")));
    assertThat(roles.beyond(List.of()))
        .containsExactly(new AdminAccount("boss", "%", "SUPER by role dba, by way of lead"));
  }

  @Test
  void aRoleOfAllMakesEverybodyOne() {
    AdminAccount all = AdminAccount.everybody("CONNECTION_ADMIN by role dba, of mandatory_roles");
    for (String text : List.of("dba", "`reader`@`%`,`dba`@`%`", " 'dba'@'%' , x@localhost")) {
      assertThat(new AdminRoles(List.of(mandatory(text))).beyond(List.of(DBA)))
          .containsExactly(all);
    }
    assertThat(all.is("anyone", "10.0.0.1")).isTrue();
    assertThat(all.words()).startsWith("every account administers this server (CONNECTION_ADMIN");
    assertThat(new AdminRoles(List.of(mandatory("dba@localhost"))).beyond(List.of(DBA))).isEmpty();
    assertThat(
            new AdminRoles(List.of(new Told("SUPER", of("dba@"), NOBODY), has("PUBLIC@", "dba@")))
                .beyond(List.of()))
        .containsExactly(AdminAccount.everybody("SUPER by role dba"));
  }

  @Test
  void aLongChainIsFollowedSoFarOnly() {
    var chain = new ArrayList<Told>();
    chain.add(has("r1@%", "dba@%"));
    for (int i = 1; i < 40; i++) {
      chain.add(has("r" + (i + 1) + "@%", "r" + i + "@%"));
    }
    assertThat(new AdminRoles(chain).beyond(List.of(DBA))).hasSize(16);
  }
}
