package org.binnacle.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.binnacle.diagnosis.kill.Kill;
import org.binnacle.diagnosis.kill.KillRule;
import org.binnacle.diagnosis.kill.RuleText;
import org.binnacle.diagnosis.kill.Target;
import org.binnacle.diagnosis.kill.Verb;
import org.binnacle.diagnosis.kill.Verdict;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.Asked;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestAccount;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A rule leaves accounts alone that administer the server, as far as it is seen which they are.
@Tag("server")
class AdminsOnServersTest {
  static List<Distribution> all() {
    return TestServers.available();
  }

  private static String privilege(Distribution distribution) {
    return switch (distribution) {
      case MYSQL_8_0, MYSQL_9 -> "CONNECTION_ADMIN ON *.*";
      default -> "SUPER ON *.*";
    };
  }

  private static Server server(RunningServer running, String user) {
    return RealServers.server(
        user + running.port(), running.host(), running.port(), user, Safety.RELAXED);
  }

  private static long id(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT CONNECTION_ID()")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static List<Long> ids(List<ProcessRow> rows) {
    return rows.stream().map(ProcessRow::id).toList();
  }

  @ParameterizedTest
  @MethodSource("all")
  void aRuleTakesTheApplicationAndNotTheAdministrator(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    try (TestAccount boss = TestAccount.on(running, privilege(distribution));
        TestAccount app = TestAccount.on(running);
        TestAccount watcher = TestAccount.on(running, "PROCESS ON *.*");
        Connection bosses = boss.connect("");
        Connection apps = app.connect("");
        Connection roots = running.connect();
        Connections all = RealServers.connections(running.password());
        Connections few = RealServers.connections(watcher.password())) {
      String users =
          "match-user=^(%s|%s|%s)$ idle-time=0s victims=all"
              .formatted(boss.user(), app.user(), running.user());
      Server asRoot = server(running, running.user());
      Kill kill = RealServers.kill(all, new FakeAudit());
      KillRule.Choice choice = kill.plan(asRoot, Verb.CONNECTION, RuleText.parse(users)).choice();
      assertThat(ids(choice.victims())).containsExactly(id(apps));
      assertThat(choice.spared().get(id(bosses)))
          .contains(boss.user(), privilege(distribution).replace(" ON *.*", ""), "admins");
      assertThat(choice.spared().get(id(roots))).contains("administers this server");
      var _ = kill.plan(asRoot, Verb.CONNECTION, RuleText.parse(users));
      assertThat(all.asked(asRoot))
          .filteredOn(asked -> asked.mark().equals("admins"))
          .extracting(Asked::times)
          .containsExactly(1L);

      KillRule.Choice whole =
          kill.plan(asRoot, Verb.CONNECTION, RuleText.parse("admins " + users)).choice();
      assertThat(ids(whole.victims())).contains(id(bosses), id(apps), id(roots));
      // One that is named is meant.
      assertThat(
              kill.plan(asRoot, Verb.CONNECTION, List.of(Target.of(id(bosses))))
                  .victims()
                  .getFirst()
                  .verdict())
          .isInstanceOf(Verdict.Go.class);

      // Who may not see the privileges of others has the usual names.
      KillRule.Choice blind =
          RealServers.kill(few, new FakeAudit())
              .plan(server(running, watcher.user()), Verb.CONNECTION, RuleText.parse(users))
              .choice();
      assertThat(ids(blind.victims())).contains(id(bosses), id(apps)).doesNotContain(id(roots));
      assertThat(blind.spared().get(id(roots))).contains("usually administers");
    }
  }

  /// Who has which role may be read, but not what a role may do.
  private static void edgesAloneTellNothing(RunningServer running, String users, long boss)
      throws Exception {
    try (TestAccount half =
            TestAccount.on(running, "PROCESS ON *.*", "SELECT ON mysql.role_edges");
        Connections few = RealServers.connections(half.password())) {
      KillRule.Choice choice =
          RealServers.kill(few, new FakeAudit())
              .plan(server(running, half.user()), Verb.CONNECTION, RuleText.parse(users))
              .choice();
      assertThat(ids(choice.victims())).contains(boss);
      assertThat(choice.unsure())
          .isEqualTo(
              "who administers this server by a role is unknown (SELECT on mysql.* is missing)");
    }
  }

  static List<Distribution> withRoles() {
    return TestServers.available().stream().filter(one -> one != Distribution.MYSQL_5_7).toList();
  }

  private static void run(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("withRoles")
  void whoAdministersByARoleOfARoleIsLeftAlone(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    boolean mysql = distribution == Distribution.MYSQL_8_0 || distribution == Distribution.MYSQL_9;
    String suffix = UUID.randomUUID().toString().substring(0, 8);
    String deep = "dba_" + suffix;
    String near = "lead_" + suffix;
    String privilege = mysql ? "CONNECTION_ADMIN" : "CONNECTION ADMIN";
    try (Connection roots = running.connect();
        TestAccount boss = TestAccount.on(running);
        TestAccount app = TestAccount.on(running);
        TestAccount watcher = TestAccount.on(running, "PROCESS ON *.*")) {
      run(
          roots,
          "CREATE ROLE " + deep,
          "CREATE ROLE " + near,
          "GRANT " + privilege + " ON *.* TO " + deep,
          "GRANT " + deep + " TO " + near,
          "GRANT " + near + " TO " + boss.name());
      String users =
          "match-user=^(%s|%s)$ idle-time=0s victims=all".formatted(boss.user(), app.user());
      try (Connection bosses = boss.connect("");
          Connection apps = app.connect("");
          Connections all = RealServers.connections(running.password());
          Connections few = RealServers.connections(watcher.password())) {
        KillRule.Choice choice =
            RealServers.kill(all, new FakeAudit())
                .plan(server(running, running.user()), Verb.CONNECTION, RuleText.parse(users))
                .choice();
        assertThat(ids(choice.victims())).containsExactly(id(apps));
        assertThat(choice.spared().get(id(bosses)))
            .contains(boss.user(), privilege + " by role " + deep + ", by way of " + near);
        assertThat(choice.unsure()).isEmpty();

        KillRule.Choice blind =
            RealServers.kill(few, new FakeAudit())
                .plan(server(running, watcher.user()), Verb.CONNECTION, RuleText.parse(users))
                .choice();
        assertThat(ids(blind.victims())).contains(id(bosses), id(apps));
        assertThat(blind.unsure()).contains("by a role is unknown", "denied");
        if (mysql) {
          edgesAloneTellNothing(running, users, id(bosses));
        }
      } finally {
        run(roots, "DROP ROLE " + near, "DROP ROLE " + deep);
      }
    }
  }
}
