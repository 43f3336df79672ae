package org.binnacle.diagnosis.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.binnacle.kernel.AuditEntry.Outcome.ASKED;
import static org.binnacle.kernel.AuditEntry.Outcome.DONE;
import static org.binnacle.kernel.AuditEntry.Outcome.FAILED;
import static org.binnacle.kernel.AuditEntry.Outcome.GONE;
import static org.binnacle.kernel.AuditEntry.Outcome.SKIPPED;
import static org.binnacle.kernel.AuditEntry.Outcome.UNKNOWN;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.binnacle.diagnosis.FakeAudit;
import org.binnacle.diagnosis.FakeServer;
import org.binnacle.diagnosis.Samples;
import org.binnacle.kernel.AuditEntry;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.ConnectFaults;
import org.binnacle.mysql.SqlFaults;
import org.junit.jupiter.api.Test;

class KillTest {
  private final FakeServer server = new FakeServer(Samples.SHOP);
  private final FakeAudit audit = new FakeAudit();
  private final Kill kill = kill(server);

  private Kill kill(FakeServer of) {
    return new Kill(of, audit, Protection.standard(), "anna", Clock.systemUTC());
  }

  private KillPlan plan(Verb verb, Long... ids) {
    return kill.plan(server.server(), verb, List.of(ids).stream().map(Target::of).toList());
  }

  private List<KillResult> run(KillPlan plan) {
    return kill.run(plan, Confirmation.yes(), "slow", Course.standard());
  }

  private KillOutcome only(KillPlan plan) {
    return run(plan).getFirst().outcome();
  }

  @Test
  void aQueryIsKilledLookedAfterAndKeptInTheAuditLogBeforeAndAfter() {
    server.thread(7, 3, "app", "Query", "SELECT SLEEP(60)");
    KillPlan plan = plan(Verb.QUERY, 7L);
    assertThat(plan.button()).isEqualTo("Kill query 7");
    assertThat(plan.sql()).isEqualTo("KILL QUERY 7;\n");

    assertThat(only(plan)).isInstanceOf(KillOutcome.Ended.class);

    assertThat(server.executed).containsExactly("KILL QUERY 7");
    assertThat(audit.outcomes()).containsExactly(ASKED, DONE);
    AuditEntry asked = audit.entries.getFirst();
    assertThat(asked.actor()).isEqualTo("anna");
    assertThat(asked.act()).isEqualTo("kill.query");
    assertThat(asked.target()).isEqualTo("thread 7 app@10.0.4.9:5007 shop");
    assertThat(asked.sql()).isEqualTo("KILL QUERY 7");
    assertThat(asked.reason()).isEqualTo("slow");
    assertThat(asked.detail()).isEqualTo("SELECT SLEEP(60)");
    assertThat(server.open).hasValue(0);
  }

  @Test
  void anotherStatementOnTheSameThreadIsSkipped() {
    server.thread(7, 3, "app", "Query", "SELECT SLEEP(60)");
    KillPlan plan = plan(Verb.QUERY, 7L);
    server.thread(7, 4, "app", "Query", "SELECT 1");
    assertThat(only(plan)).isEqualTo(new KillOutcome.Changed("app runs SELECT 1"));
    assertThat(server.executed).isEmpty();
    assertThat(audit.outcomes()).containsExactly(ASKED, SKIPPED);
  }

  @Test
  void aStatementThatEndedMeanwhileIsSkipped() {
    server.thread(7, 3, "app", "Query", "SELECT SLEEP(60)");
    KillPlan plan = plan(Verb.QUERY, 7L);
    server.thread(7, 3, "app", "Sleep", "");
    assertThat(only(plan)).isEqualTo(new KillOutcome.Changed("it sleeps"));
    assertThat(server.executed).isEmpty();
  }

  @Test
  void anotherClientWithTheSameIdIsNotKilled() {
    server.thread(7, 3, "app", "Query", "SELECT SLEEP(60)");
    KillPlan plan = plan(Verb.CONNECTION, 7L);
    server.thread(7, 3, "other", "Query", "SELECT SLEEP(60)");
    assertThat(only(plan)).isInstanceOf(KillOutcome.Changed.class);
    server.thread(7, 3, "app", "Query", "SELECT SLEEP(60)").put("thread_id", 999L);
    assertThat(only(plan)).isEqualTo(new KillOutcome.AlreadyGone());
    assertThat(server.executed).isEmpty();
  }

  @Test
  void aConnectionIsKilledWhateverStatementItRunsByThen() {
    server.thread(7, 3, "app", "Query", "SELECT SLEEP(60)");
    KillPlan plan = plan(Verb.CONNECTION, 7L);
    server.thread(7, 4, "app", "Sleep", "");
    assertThat(only(plan)).isInstanceOf(KillOutcome.Ended.class);
  }

  @Test
  void theTextTellsStatementsApartWhereTheServerHasNoEvents() {
    server.thread(7, 0, "app", "Query", "SELECT SLEEP(60)");
    KillPlan plan = plan(Verb.QUERY, 7L);
    server.thread(7, 0, "app", "Query", "SELECT SLEEP(60)").put("time_s", 1L);
    assertThat(only(plan)).isInstanceOf(KillOutcome.Changed.class);
    server.thread(7, 0, "app", "Query", "SELECT SLEEP(60)").put("time_s", 9L);
    assertThat(only(plan)).isInstanceOf(KillOutcome.Ended.class);
  }

  @Test
  void whatHasGoneIsReportedAsGone() {
    KillPlan gone = plan(Verb.QUERY, 7L);
    assertThat(gone.victims().getFirst().verdict()).isEqualTo(new Verdict.Gone());
    assertThatThrownBy(() -> run(gone))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.code()).isEqualTo(KillFaults.NO_VICTIM));
    server.thread(7, 3, "app", "Query", "SELECT 1");
    KillPlan plan = plan(Verb.QUERY, 7L);
    server.onExecute =
        sql -> {
          throw new Fault(SqlFaults.NO_SUCH_THREAD, "1094: Unknown thread id: 7");
        };
    assertThat(only(plan)).isEqualTo(new KillOutcome.AlreadyGone());
    assertThat(audit.outcomes()).containsExactly(ASKED, GONE);
  }

  @Test
  void protectedThreadsAreNeverKilledAndSayWhy() {
    server.thread(10, 0, "event_scheduler", "Daemon", "");
    server.thread(11, 0, "system user", "Query", "");
    server.thread(12, 0, "repl", "Binlog Dump GTID", "");
    server.thread(13, 0, "rdsadmin", "Query", "SELECT 1");
    server.thread(14, 3, "dba", "Query", "SELECT 1").put("program", "binnacle");
    server.thread(1, 3, "dba", "Query", "SELECT 1");
    server.thread(15, 3, "app", "Sleep", "");
    KillPlan plan = plan(Verb.QUERY, 10L, 11L, 12L, 13L, 14L, 1L, 15L);
    assertThat(plan.victims().subList(0, 6))
        .allSatisfy(victim -> assertThat(victim.verdict()).isInstanceOf(Verdict.Protected.class));
    assertThat(plan.victims().get(6).verdict()).isEqualTo(new Verdict.NothingRuns());
    assertThat(plan.going()).isEmpty();
    server.thread(20, 3, "app", "Query", "SELECT 1");
    KillPlan mixed = plan(Verb.CONNECTION, 13L, 20L);
    assertThat(mixed.button()).isEqualTo("Kill connection 20");
    var results = run(mixed);
    assertThat(results.get(0).outcome())
        .isEqualTo(new KillOutcome.Protected("the user matches the protected pattern rdsadmin"));
    assertThat(results.get(1).outcome()).isInstanceOf(KillOutcome.Ended.class);
    assertThat(server.executed).containsExactly("KILL CONNECTION 20");
  }

  @Test
  void nothingIsKilledThatCannotBeKept() {
    server.thread(7, 3, "app", "Query", "SELECT 1");
    server.thread(8, 3, "app", "Query", "SELECT 2");
    KillPlan plan = plan(Verb.QUERY, 7L, 8L);
    audit.room = 0;
    assertThat(run(plan))
        .extracting(KillResult::outcome)
        .containsExactly(
            new KillOutcome.NotTried("the audit log can't be written: disk full"),
            new KillOutcome.NotTried("the audit log can't be written: disk full"));
    assertThat(server.executed).isEmpty();
  }

  @Test
  void anOutcomeThatCannotBeKeptIsSaid() {
    server.thread(7, 3, "app", "Query", "SELECT 1");
    audit.room = 1;
    KillResult result = run(plan(Verb.QUERY, 7L)).getFirst();
    assertThat(result.outcome()).isInstanceOf(KillOutcome.Ended.class);
    assertThat(result.audited()).isFalse();
  }

  @Test
  void aBrokenConnectionLeavesTheOutcomeUnknownAndStopsTheRest() {
    server.thread(7, 3, "app", "Query", "SELECT 1");
    server.thread(8, 3, "app", "Query", "SELECT 2");
    server.onExecute =
        sql -> {
          throw new Fault(ConnectFaults.LOST, "connection reset");
        };
    assertThat(run(plan(Verb.QUERY, 7L, 8L)))
        .extracting(KillResult::outcome)
        .containsExactly(
            new KillOutcome.Unknown("connection reset"),
            new KillOutcome.NotTried("the outcome of an earlier kill is unknown"));
    assertThat(server.executed).hasSize(1);
    assertThat(audit.outcomes()).containsExactly(ASKED, UNKNOWN);
  }

  @Test
  void aDeniedKillNamesTheGrantThatWouldAllowIt() {
    server.thread(7, 3, "app", "Query", "SELECT 1");
    server.onExecute =
        sql -> {
          throw new Fault(SqlFaults.NOT_OWNER, "1095: You are not owner of thread 7");
        };
    assertThat(only(plan(Verb.QUERY, 7L)))
        .isEqualTo(
            new KillOutcome.Denied(
                "1095: You are not owner of thread 7",
                Optional.of("GRANT CONNECTION_ADMIN ON *.* TO 'o''neil'@'10.%'")));
    assertThat(audit.outcomes()).containsExactly(ASKED, FAILED);
  }

  @Test
  void aStrictInstanceWantsItsNameTyped() {
    var strict = new FakeServer(Samples.instance("prod-1", Safety.STRICT));
    strict.thread(7, 3, "app", "Query", "SELECT 1");
    Kill strictKill = kill(strict);
    KillPlan plan = strictKill.plan(strict.server(), Verb.QUERY, List.of(Target.of(7)));
    assertThat(plan.needsTypedName()).isTrue();
    for (String typed : List.of("", "prod", "PROD-1", "prod-2")) {
      assertThatThrownBy(() -> strictKill.run(plan, new Confirmation(typed), "", Course.standard()))
          .isInstanceOfSatisfying(
              Fault.class, fault -> assertThat(fault.code()).isEqualTo(KillFaults.NOT_CONFIRMED));
    }
    assertThat(strict.executed).isEmpty();
    assertThat(audit.entries).isEmpty();
    strictKill.run(plan, new Confirmation(" prod-1 "), "", Course.standard());
    assertThat(strict.executed).hasSize(1);
  }

  @Test
  void aLargeRollbackWantsTheNameTypedAnywhere() {
    var row = server.thread(7, 3, "app", "Query", "DELETE FROM log");
    row.put("trx_started", Instant.now());
    row.put("trx_rows_modified", 2_000_000L);
    assertThat(plan(Verb.CONNECTION, 7L).needsTypedName()).isTrue();
  }

  @Test
  void aWishToStopLeavesTheRestAlone() {
    server.thread(7, 3, "app", "Query", "SELECT 1");
    server.thread(8, 3, "app", "Query", "SELECT 2");
    KillPlan plan = plan(Verb.QUERY, 7L, 8L);
    var cancel = new Cancel();
    server.onExecute =
        sql -> {
          server.threads.remove(7L);
          cancel.ask();
          return 0L;
        };
    var results =
        kill.run(plan, Confirmation.yes(), "", new Course(Pacing.standard(), cancel, step -> {}));
    assertThat(results.get(0).outcome()).isInstanceOf(KillOutcome.Ended.class);
    assertThat(results.get(1).outcome()).isEqualTo(new KillOutcome.NotTried("stopped by the user"));
    assertThat(server.executed).hasSize(1);
  }

  @Test
  void aTargetSeenWithAnotherStatementIsMarkedInThePreview() {
    server.thread(7, 4, "app", "Query", "SELECT 2");
    KillPlan plan = kill.plan(server.server(), Verb.QUERY, List.of(new Target(7, 47, 3)));
    assertThat(plan.victims().getFirst().verdict()).isEqualTo(new Verdict.Go(true));
    KillPlan other = kill.plan(server.server(), Verb.QUERY, List.of(new Target(7, 48, 4)));
    assertThat(other.victims().getFirst().verdict()).isEqualTo(new Verdict.Gone());
  }

  @Test
  void aPreviewOlderThanTenMinutesIsRefusedWithNothingTried() {
    server.thread(7, 3, "app", "Query", "SELECT 1");
    KillPlan plan = plan(Verb.QUERY, 7L);
    assertThat(plan.expiredAt(plan.at().plusSeconds(600))).isFalse();
    Clock then = Clock.fixed(plan.at().plusSeconds(601), ZoneOffset.UTC);
    Kill later = new Kill(server, audit, Protection.standard(), "anna", then);
    assertThatThrownBy(() -> later.run(plan, Confirmation.yes(), "", Course.standard()))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.code()).isEqualTo(KillFaults.PREVIEW_EXPIRED));
    var merged = new MergedKill(later);
    assertThatThrownBy(() -> merged.run(MergedPlan.of(plan), Map.of(), "", Course.standard()))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.code()).isEqualTo(KillFaults.PREVIEW_EXPIRED));
    assertThat(server.executed).isEmpty();
    assertThat(audit.entries).isEmpty();
  }

  @Test
  void aRunThatOutlivesItsPreviewLeavesTheRestAlone() {
    server.thread(7, 3, "app", "Query", "SELECT 1");
    server.thread(8, 3, "app", "Query", "SELECT 2");
    var now = new AtomicReference<>(Instant.now());
    InstantSource source = now::get;
    Clock clock = source.withZone(ZoneOffset.UTC);
    KillPlan plan = plan(Verb.QUERY, 7L, 8L);
    server.onExecute =
        sql -> {
          server.threads.remove(7L);
          now.set(plan.at().plusSeconds(601));
          return 0L;
        };
    Kill slow = new Kill(server, audit, Protection.standard(), "anna", clock);
    var results = slow.run(plan, Confirmation.yes(), "", Course.standard());
    assertThat(results.get(0).outcome()).isInstanceOf(KillOutcome.Ended.class);
    assertThat(results.get(1).outcome())
        .isEqualTo(new KillOutcome.NotTried("the preview is older than ten minutes"));
    assertThat(server.executed).hasSize(1);
    assertThat(audit.outcomes()).containsExactly(ASKED, DONE);
  }
}
