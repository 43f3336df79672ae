package org.binnacle.diagnosis.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.binnacle.diagnosis.Samples;
import org.binnacle.diagnosis.query.SessionQuery;
import org.binnacle.diagnosis.session.Blocking;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.ProcessRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkBookTest {
  private static final MarkBook SHIPPED = MarkBook.of(MarkRules.shipped(), Map.of());

  private static ProcessRow row(Kind kind, int blocks, String command, long seconds, String sql) {
    return Samples.of(7, kind, "app", command, "", seconds * 1_000_000, sql)
        .with(new Blocking("", blocks, "", false));
  }

  @ParameterizedTest
  @CsvSource({
    "ACTIVE, 0, Query, 1, SELECT 1, ''",
    "ACTIVE, 0, Query, 5, SELECT 1, > 5 s",
    "ACTIVE, 0, Query, 31, SELECT 1, > 30 s",
    "ACTIVE, 3, Query, 31, SELECT 1, blocker",
    "IDLE_IN_TRX, 0, Sleep, 31, '', idle in trx",
    "IDLE_IN_TRX, 2, Sleep, 31, '', idle blocker",
    "ACTIVE, 0, Query, 1, ' alter table t add c int', DDL",
    "ACTIVE, 0, Query, 1, select 'drop table t', ''",
    "ACTIVE, 0, Query, 90, SELECT /*!40001 SQL_NO_CACHE */ * FROM `t`, backup",
    "SLEEPING, 0, Sleep, 90, '', asleep",
    "BINLOG_DUMP, 0, Binlog Dump, 90, '', binlog dump",
    "REPLICATION, 0, Connect, 90, '', replica",
    "DAEMON, 0, Daemon, 90, '', daemon",
    "OWN, 0, Query, 0, '', own"
  })
  void theShippedRulesNameWhatStandsOut(
      Kind kind, int blocks, String command, long seconds, String sql, String word) {
    assertThat(SHIPPED.of(row(kind, blocks, command, seconds, sql)).word()).isEqualTo(word);
  }

  @Test
  void everyShippedRuleIsAQueryAndHasAShape() {
    for (MarkRule rule : MarkRules.shipped().rules()) {
      assertThat(SessionQuery.parse(rule.query(), Map.of()))
          .as(rule.query())
          .isInstanceOf(SessionQuery.Parsed.Good.class);
    }
    assertThat(
            MarkRules.shipped().rules().stream().map(MarkRule::shape).collect(Collectors.toSet()))
        .hasSameSizeAs(MarkRules.shipped().rules());
  }

  @Test
  void rulesComeBackFromTheirTextAsTheyWere() {
    var rules =
        new MarkRules(
            List.of(
                new MarkRule("a \"b\"", "user:x", MarkColour.GREEN, MarkShape.STAR, false),
                new MarkRule("c", "time>1", MarkColour.NONE, MarkShape.EYE, true)));
    assertThat(MarkRules.read(rules.text())).contains(rules);
    assertThat(MarkRules.read(MarkRules.shipped().text())).contains(MarkRules.shipped());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[", "null", "7", "\"x\""})
  void whatIsNoListOfRulesIsNone(String text) {
    assertThat(MarkRules.read(text)).isEmpty();
  }

  @Test
  void theFirstRuleThatIsOnAndRightWinsAndGreyOnesSortLast() {
    var slow = new MarkRule("slow", "time>1s", MarkColour.RED, MarkShape.FLAG, true);
    var quiet = new MarkRule("app", "user:app", MarkColour.GREY, MarkShape.EYE, true);
    var wrong = new MarkRule("wrong", "usr:app", MarkColour.BLUE, MarkShape.EYE, true);
    var empty = new MarkRule("empty", "", MarkColour.BLUE, MarkShape.EYE, true);
    ProcessRow row = row(Kind.ACTIVE, 0, "Query", 3, "");
    var book = MarkBook.of(new MarkRules(List.of(wrong, empty, slow.on(false), quiet)), Map.of());
    assertThat(book.of(row).word()).isEqualTo("app");
    assertThat(book.of(row).rank()).isGreaterThan(MarkBook.Mark.NONE.rank());
    assertThat(MarkBook.of(new MarkRules(List.of(quiet, slow)), Map.of()).of(row).word())
        .isEqualTo("app");
    assertThat(MarkBook.of(new MarkRules(List.of(slow, quiet)), Map.of()).of(row).word())
        .isEqualTo("slow");
  }
}
