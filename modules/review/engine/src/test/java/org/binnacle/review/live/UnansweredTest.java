package org.binnacle.review.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.FaultCode;
import org.binnacle.review.Need;
import org.binnacle.review.ReviewOptions;
import org.binnacle.review.mouth.Mouth;
import org.binnacle.review.report.FileReport;
import org.binnacle.review.report.NotRun;
import org.binnacle.review.report.Report;
import org.binnacle.review.report.Told;
import org.junit.jupiter.api.Test;

/// What a review makes of questions that a server does not answer: a rule that was refused has not
/// run, one whose question was wrong has failed, and neither is silence.
final class UnansweredTest {
  private static final String SQL = "ALTER TABLE orders ADD b int, DROP INDEX k;\n";
  private final Fault denied =
      new Fault(FaultCode.server("sql.privilege"), "1142: SELECT command denied to user 'looks'");
  private final Fault wrong =
      new Fault(FaultCode.usage("sql.syntax"), "1064: You have an error in your SQL syntax");
  private final Fault lost = new Fault(FaultCode.server("connect.lost"), "gone");

  /// A server that tells of `orders`, and for some facts says this in place of them.
  private record Refusing(Fault fault, FactScript rest) implements LiveProbe {
    Refusing(Fault fault) {
      this(fault, new FactScript(""));
    }

    @Override
    public Asked asked() {
      return rest.asked();
    }

    @Override
    public List<String> databases() {
      return rest.databases();
    }

    @Override
    public Optional<LiveTable> table(String schema, String table) {
      if (fault.code().id().startsWith("connect.")) {
        throw fault;
      }
      return Optional.of(
          new LiveTable(
              schema,
              table,
              false,
              "CREATE TABLE orders (id int PRIMARY KEY, a int, KEY k (a)) ENGINE=InnoDB",
              "InnoDB",
              10,
              0,
              0,
              OptionalLong.empty(),
              OptionalLong.empty(),
              List.of(
                  new LiveIndex(
                      "k", false, List.of("a"), OptionalLong.empty(), OptionalLong.empty())),
              List.of(
                  Untold.of(LiveTable.Fact.INDEX_READS, fault),
                  Untold.of(LiveTable.Fact.ROW_VERSIONS, fault))));
    }

    @Override
    public PlanAnswer plan(String database, String sql) {
      return rest.plan(database, sql);
    }

    @Override
    public List<IndexProposal> proposals(String database, String sql) {
      return List.of();
    }

    @Override
    public List<OpenTransaction> transactions(String schema, String table) {
      throw fault;
    }

    @Override
    public Optional<String> variable(String name) {
      return Optional.empty();
    }

    @Override
    public DataAnswer unfit(String schema, String table, String column, Fit fit) {
      throw fault;
    }

    @Override
    public Optional<Distinct> distinct(
        String schema, String table, List<String> columns, int rows) {
      throw fault;
    }

    @Override
    public void close() {}
  }

  private static FileReport review(LiveProbe probe, String sql) {
    var live = new Live(probe, LiveLimits.standard(), Cancel.never());
    return ReviewOptions.DEFAULT
        .ready(live, List.of(sql), "shop")
        .review(Optional.of(live), Cancel.never())
        .file("a.sql", sql);
  }

  private static List<String> failed(FileReport report) {
    return report
        .open()
        .filter(t -> t.rule().equals("review.rule-failed"))
        .map(Told::message)
        .toList();
  }

  @Test
  void aRuleThatWasRefusedWhatItWantsHasNotRunForThatReason() {
    FileReport report = review(new Refusing(denied), SQL + SQL);
    assertThat(report.notRun())
        .contains(
            new NotRun("index.drop-used", Need.REPLICA, Optional.of(denied.detail())),
            new NotRun("ddl.instant-limit", Need.REPLICA, Optional.of(denied.detail())),
            new NotRun("ddl.mdl-risk", Need.REPLICA, Optional.of(denied.detail())))
        .doesNotHaveDuplicates();
    assertThat(failed(report)).isEmpty();
    var whole = new Report("binnacle", "default", "8.0.36", List.of(report));
    assertThat(whole.notRun()).doesNotContainKey(Need.REPLICA);
    assertThat(Mouth.TEXT.tell(whole))
        .contains("not run: index.drop-used: 1142: SELECT command denied to user 'looks'\n");
  }

  @Test
  void aWrongQuestionIsABugThatIsTold() {
    FileReport report = review(new Refusing(wrong), SQL);
    Predicate<String> drop = words -> words.contains("index.drop-used");
    assertThat(failed(report)).anyMatch(drop).anyMatch(w -> w.contains("ddl.instant-limit"));
    assertThat(report.notRun()).noneMatch(n -> n.needs() == Need.REPLICA);
    assertThat(new Report("binnacle", "default", "8.0.36", List.of(report)).ruleFailed()).isTrue();
  }

  @Test
  void aLostConnectionEndsTheReview() {
    assertThatThrownBy(() -> review(new Refusing(lost), SQL)).isSameAs(lost);
  }

  @Test
  void aRefusalIsRememberedAsAnAnswerIs() {
    var memory = new Remembered(new Refusing(denied));
    List<NotRun> first = review(memory, SQL).notRun();
    memory.close();
    assertThat(review(memory, SQL).notRun()).isEqualTo(first);
  }
}
