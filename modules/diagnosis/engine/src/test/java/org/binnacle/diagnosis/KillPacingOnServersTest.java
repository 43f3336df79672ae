package org.binnacle.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.binnacle.diagnosis.kill.Course;
import org.binnacle.diagnosis.kill.KillOutcome;
import org.binnacle.diagnosis.kill.KillPlan;
import org.binnacle.diagnosis.kill.KillStep;
import org.binnacle.diagnosis.kill.MergedPlan;
import org.binnacle.diagnosis.kill.MergedResult;
import org.binnacle.diagnosis.kill.Pacing;
import org.binnacle.diagnosis.kill.Target;
import org.binnacle.diagnosis.kill.Verb;
import org.binnacle.diagnosis.kill.Verdict;
import org.binnacle.kernel.AuditEntry;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.Scene;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A run that takes its time: waits between kills, is stopped, tells each step.
@Tag("server")
class KillPacingOnServersTest {
  private static final Duration WATCHED = Duration.ofSeconds(5);

  private final FakeAudit audit = new FakeAudit();
  private final Cancel cancel = new Cancel();
  private final List<KillStep> steps = new CopyOnWriteArrayList<>();

  /// A server in trouble and the engine that looks at it.
  private final class Stage implements AutoCloseable {
    private final Server server;
    private final TestSchema schema;
    private final Scene scene;
    private final Connections connections;
    private final Diagnosis diagnosis;

    Stage(Distribution distribution) throws SQLException {
      RunningServer running = TestServers.shared(distribution);
      server =
          RealServers.server(
              "shop-1", running.host(), running.port(), running.user(), Safety.RELAXED);
      schema = TestSchema.on(running);
      scene = Scene.in(schema);
      connections = RealServers.connections(running.password());
      diagnosis = RealServers.diagnosis(connections, audit, List.of(server));
    }

    KillPlan plan(long... ids) {
      return diagnosis
          .kill()
          .plan(server, Verb.QUERY, Arrays.stream(ids).mapToObj(Target::of).toList());
    }

    @Override
    public void close() throws SQLException {
      diagnosis.close();
      connections.close();
      scene.close();
      schema.close();
    }
  }

  private List<KillOutcome> run(
      Stage stage, KillPlan plan, Duration between, Consumer<KillStep> also) {
    var course =
        new Course(
            new Pacing(between, WATCHED),
            cancel,
            step -> {
              steps.add(step);
              also.accept(step);
            });
    return stage.diagnosis.killing().run(MergedPlan.of(plan), Map.of(), "a test", course).stream()
        .map((MergedResult one) -> one.result().outcome())
        .toList();
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL_8_0", "MARIADB_11_4"})
  void whoEndsByItselfInTheWaitIsNotKilled(Distribution distribution) throws Exception {
    try (Stage stage = new Stage(distribution)) {
      long first = stage.scene.sleeper(60);
      long second = stage.scene.sleeper(4);
      KillPlan plan = stage.plan(first, second);
      assertThat(plan.going()).hasSize(2);
      var outcomes = run(stage, plan, Duration.ofSeconds(6), step -> {});
      assertThat(outcomes.get(0)).isInstanceOf(KillOutcome.Ended.class);
      assertThat(outcomes.get(1)).isInstanceOf(KillOutcome.Changed.class);
      assertThat(audit.outcomes())
          .as("asked and told of each, in its turn")
          .containsExactly(
              AuditEntry.Outcome.ASKED,
              AuditEntry.Outcome.DONE,
              AuditEntry.Outcome.ASKED,
              AuditEntry.Outcome.SKIPPED);
      assertThat(steps.getFirst()).isInstanceOf(KillStep.Sent.class);
      assertThat(steps.stream().filter(KillStep.Waiting.class::isInstance))
          .hasSizeGreaterThan(1)
          .allMatch(step -> step.victim().id() == second);
      assertThat(steps.getLast()).isInstanceOf(KillStep.Came.class);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL_8_0", "MARIADB_11_4"})
  void aStopInTheWaitLeavesTheRestRunningAndSaysWhatWasDone(Distribution distribution)
      throws Exception {
    try (Stage stage = new Stage(distribution)) {
      long first = stage.scene.sleeper(60);
      long second = stage.scene.sleeper(60);
      long third = stage.scene.sleeper(60);
      KillPlan plan = stage.plan(first, second, third);
      var outcomes =
          run(
              stage,
              plan,
              Duration.ofMinutes(5),
              step -> {
                if (step instanceof KillStep.Came) {
                  cancel.ask();
                }
              });
      assertThat(outcomes.get(0)).isInstanceOf(KillOutcome.Ended.class);
      assertThat(outcomes.subList(1, 3))
          .containsOnly(new KillOutcome.NotTried("stopped by the user"));
      assertThat(audit.outcomes())
          .containsExactly(AuditEntry.Outcome.ASKED, AuditEntry.Outcome.DONE);
      assertThat(stage.plan(second, third).victims())
          .as("they run on")
          .allMatch(victim -> victim.verdict() instanceof Verdict.Go);
    }
  }
}
