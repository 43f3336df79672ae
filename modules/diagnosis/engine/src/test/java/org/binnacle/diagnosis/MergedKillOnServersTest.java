package org.binnacle.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.binnacle.diagnosis.kill.Course;
import org.binnacle.diagnosis.kill.KillFaults;
import org.binnacle.diagnosis.kill.KillOutcome;
import org.binnacle.diagnosis.kill.MergedPlan;
import org.binnacle.diagnosis.kill.MergedResult;
import org.binnacle.diagnosis.kill.RuleText;
import org.binnacle.diagnosis.kill.Target;
import org.binnacle.diagnosis.kill.Verb;
import org.binnacle.kernel.AuditEntry;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.Scene;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("server")
class MergedKillOnServersTest {
  private final FakeAudit audit = new FakeAudit();

  private static Server server(String name, RunningServer running, Safety safety) {
    return RealServers.server(name, running.host(), running.port(), running.user(), safety);
  }

  private static List<MergedResult> run(
      Diagnosis diagnosis, MergedPlan plan, Map<String, String> typed) {
    return diagnosis.killing().run(plan, typed, "a test", Course.standard());
  }

  @Test
  void aSelectionOverTwoInstancesIsKilledOnEachAfterEachNameWasTyped() throws Exception {
    RunningServer mysql = TestServers.shared(Distribution.MYSQL_8_0);
    RunningServer maria = TestServers.shared(Distribution.MARIADB_11_4);
    Server one = server("shop-1", mysql, Safety.STRICT);
    Server two = server("shop-2", maria, Safety.STRICT);
    try (TestSchema here = TestSchema.on(mysql);
        TestSchema there = TestSchema.on(maria);
        Scene first = Scene.in(here);
        Scene second = Scene.in(there);
        Connections connections = RealServers.connections(mysql.password());
        Diagnosis diagnosis = RealServers.diagnosis(connections, audit, List.of(one, two))) {
      long a = first.sleeper(60);
      long b = second.sleeper(60);
      Map<InstanceRef, List<Target>> targets = new LinkedHashMap<>();
      targets.put(one.ref(), List.of(Target.of(a)));
      targets.put(two.ref(), List.of(Target.of(b)));
      MergedPlan plan = diagnosis.planKill(Verb.QUERY, targets);
      assertThat(plan.button()).isEqualTo("Kill 2 queries on 2 instances");
      assertThat(plan.toType()).containsExactly(one.ref(), two.ref());
      assertThat(plan.sql())
          .startsWith("-- shop-1\nKILL QUERY " + a + ";\n-- shop-2\nKILL QUERY ID ");

      assertThatThrownBy(() -> run(diagnosis, plan, Map.of(one.id(), "shop-1")))
          .isInstanceOfSatisfying(
              Fault.class, fault -> assertThat(fault.code()).isEqualTo(KillFaults.NOT_CONFIRMED));
      assertThat(audit.entries).as("nothing was tried").isEmpty();

      var results = run(diagnosis, plan, Map.of(one.id(), "shop-1", two.id(), "shop-2"));
      assertThat(results)
          .extracting(result -> result.instance().name())
          .containsExactly("shop-1", "shop-2");
      assertThat(results)
          .extracting(result -> result.result().outcome())
          .allMatch(KillOutcome.Ended.class::isInstance);
      assertThat(audit.entries)
          .filteredOn(entry -> entry.outcome() == AuditEntry.Outcome.DONE)
          .extracting(entry -> entry.instance().name())
          .containsExactlyInAnyOrder("shop-1", "shop-2");
    }
  }

  @Test
  void aRuleOverInstancesTakesTheOldestOfEachAndTellsWhoDoesNotAnswer() throws Exception {
    RunningServer mysql = TestServers.shared(Distribution.MYSQL_8_0);
    RunningServer maria = TestServers.shared(Distribution.MARIADB_11_4);
    Server one = server("shop-1", mysql, Safety.RELAXED);
    Server two = server("shop-2", maria, Safety.RELAXED);
    Server dead = RealServers.server("shop-3", "127.0.0.1", 1, "x", Safety.STRICT);
    try (TestSchema here = TestSchema.on(mysql);
        TestSchema there = TestSchema.on(maria);
        Scene first = Scene.in(here);
        Scene second = Scene.in(there);
        Connections connections = RealServers.connections(mysql.password());
        Diagnosis diagnosis = RealServers.diagnosis(connections, audit, List.of(one, two, dead))) {
      long a = first.sleeper(60);
      long b = second.sleeper(60);
      var rule =
          RuleText.parse(
              "admins match-info=^.?SELECT.SLEEP match-db=^(%s|%s)$"
                  .formatted(here.name(), there.name()));
      var ruled =
          diagnosis.planKill(List.of(one.ref(), two.ref(), dead.ref()), Verb.CONNECTION, rule);
      assertThat(ruled.taken()).isEqualTo(2);
      assertThat(ruled.plan().failed()).containsOnlyKeys(dead.ref());
      assertThat(ruled.plan().toType()).isEmpty();
      var results = run(diagnosis, ruled.plan(), Map.of());
      assertThat(results).extracting(result -> result.result().victim().id()).containsExactly(a, b);
      assertThat(results)
          .extracting(result -> result.result().outcome())
          .allMatch(KillOutcome.Ended.class::isInstance);
    }
  }
}
