package org.binnacle.diagnosis.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.binnacle.diagnosis.Samples;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.kernel.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KillRuleTest {
  private static ProcessRow runs(long id, String user, long seconds, String sql) {
    return Samples.of(id, Kind.ACTIVE, user, "Query", "Sending data", seconds * 1_000_000, sql);
  }

  private static ProcessRow sleeps(long id, String user, long seconds) {
    return Samples.of(id, Kind.SLEEPING, user, "Sleep", "", seconds * 1_000_000, "");
  }

  private static final List<ProcessRow> ROWS =
      List.of(
          runs(1, "report", 300, "SELECT * FROM orders"),
          runs(2, "report", 100, "SELECT * FROM orders"),
          runs(3, "report", 90, "SELECT * FROM orders"),
          runs(4, "app", 2, "UPDATE stock SET qty=1"),
          runs(5, "app", 70, "SELECT 1 FROM stock"),
          sleeps(6, "web", 3_600),
          sleeps(7, "web", 5),
          Samples.of(8, Kind.REPLICATION, "system user", "Query", "", 9_000_000_000L, ""),
          Samples.of(9, Kind.BINLOG_DUMP, "repl", "Binlog Dump", "", 9_000_000_000L, ""),
          Samples.of(10, Kind.OWN, "binnacle", "Query", "", 9_000_000_000L, "SELECT 1"));

  private static List<Long> victims(String rule) {
    return RuleText.parse(rule).choose(ROWS, Protection.standard()).victims().stream()
        .map(ProcessRow::id)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "busy-time=60s | 1",
        "busy-time=60s victims=all | 1,2,3,5",
        "busy-time=60s victims=all-but-oldest | 2,3,5",
        "busy-time=1m victims=all max=2 | 1,2",
        "busy-time=60 match-user=^report$ victims=all | 1,2,3",
        "busy-time=60 ignore-user=report victims=all | 5",
        "match-info='^update' victims=all | 4",
        "match-info=FROM ignore-info=orders victims=all | 5",
        "idle-time=1h victims=all | 6",
        "idle-time=1s busy-time=200s victims=all | 6,1,7",
        "busy-time=1s group-by=info count=3 victims=all | 1,2,3",
        "busy-time=1s group-by=user count=2 victims=oldest | 1,5",
        "busy-time=1s group-by=user count=3 victims=all-but-oldest | 2,3",
        "match-command=Sleep victims=all | 6,7",
        "match-user=nobody victims=all | ''",
        "match-all victims=all ignore-command=Sleep | 1,2,3,5,4",
      })
  void aRuleTakesExactlyThese(String rule, String expected) {
    List<Long> ids =
        expected.isEmpty()
            ? List.of()
            : List.of(expected.split(",")).stream().map(Long::valueOf).toList();
    assertThat(victims(rule)).containsExactlyElementsOf(ids);
  }

  @Test
  void nobodyOfTheServerAndNoneOfUsIsEverTaken() {
    KillRule.Choice choice =
        RuleText.parse("match-all victims=all").choose(ROWS, Protection.standard());
    assertThat(choice.victims()).noneMatch(row -> row.id() >= 8);
    assertThat(choice.spared()).containsOnlyKeys(8L, 9L, 10L);
    assertThat(
            RuleText.parse("match-all victims=all")
                .choose(ROWS, Protection.standard().and(List.of("re*")))
                .victims())
        .noneMatch(row -> row.user().equals("report"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ignore-user=root",
        "busy-tme=60s",
        "busy-time=soon",
        "match-user=",
        "match-info=(",
        "victims=some busy-time=1s",
        "group-by=colour busy-time=1s",
        "count=0 busy-time=1s",
        "max=-1 busy-time=1s",
        "busy-time=1s )(",
      })
  void aRuleThatIsWrongSaysWhy(String rule) {
    assertThatThrownBy(() -> RuleText.parse(rule))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.code()).isEqualTo(KillFaults.RULE));
  }

  @Test
  void aTypingErrorIsAnsweredWithTheWord() {
    assertThatThrownBy(() -> RuleText.parse("busy-tme=60s"))
        .hasMessageContaining("did you mean busy-time");
  }

  @Test
  void anEvilExpressionTakesNobody() {
    var evil = List.of(runs(1, "a", 100, "a".repeat(400) + "!"));
    assertThat(
            RuleText.parse("match-info=^(a+)+$ victims=all")
                .choose(evil, Protection.standard())
                .victims())
        .isEmpty();
  }

  @Test
  void randomTextsNeverThrowAnythingElse() {
    var random = new Random(7);
    String letters = "busy-time=60s match-user'\" \t(=)*all";
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder();
      for (int n = random.nextInt(30); n > 0; n--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      try {
        assertThat(RuleText.parse(text.toString())).isNotNull();
      } catch (Fault fault) {
        assertThat(fault.code()).isEqualTo(KillFaults.RULE);
      }
    }
  }

  @Test
  void aStoredSnapshotIsAsGoodAsAServer() {
    String json =
        """
        {"instance":{"name":"x"},"sessions":[
         {"id":1,"kind":"active","user":"report","time_us":300000000,"sql":"SELECT 1","trx_us":null},
         {"id":2,"kind":"idle in trx","user":"web","time_us":90000000,"trx_us":95000000,"modified":7}]}
        """;
    List<ProcessRow> rows = Snapshots.read(json, Samples.SHOP);
    assertThat(rows).hasSize(2);
    assertThat(RuleText.parse("trx-age=90s").choose(rows, Protection.standard()).victims())
        .extracting(ProcessRow::id)
        .containsExactly(2L);
    assertThatThrownBy(() -> Snapshots.read("{\"a\":", Samples.SHOP)).isInstanceOf(Fault.class);
    assertThatThrownBy(() -> Snapshots.read("{}", Samples.SHOP)).isInstanceOf(Fault.class);
  }

  private static final List<ProcessRow> SNAPSHOT =
      Snapshots.read(
          """
          {"sessions":[
           {"id":1,"kind":"active","user":"app","host":"10.0.4.9","db":"shop","command":"Query",
            "time_us":9000000,"state":"updating","sql":"UPDATE a","digest":"d1","program":"batch",
            "trx_us":9000000,"modified":5,"blocks":3},
           {"id":2,"kind":"active","user":"app","host":"10.0.5.1","db":"shop","command":"Query",
            "time_us":8000000,"state":"executing","sql":"SELECT 1","digest":"d2","program":"web",
            "trx_us":8000000,"modified":500,"blocks":0},
           {"id":3,"kind":"active","user":"app","host":"10.0.5.2","db":"crm","command":"Query",
            "time_us":7000000,"state":"executing","sql":"SELECT 2","digest":"d2","program":"web"}]}
          """,
          Samples.SHOP);

  /// Each on what `binnacle sessions --json` writes.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "match-host=^10.0.5 | 2,3",
        "match-all ignore-host=^10.0.5 | 1",
        "match-db=^shop$ | 1,2",
        "match-all ignore-db=shop | 3",
        "match-state=updating | 1",
        "match-all ignore-state=updating | 2,3",
        "match-digest=^d2$ | 2,3",
        "match-all ignore-digest=d2 | 1",
        "match-program=web | 2,3",
        "match-all ignore-program=web | 1",
        "blocks=1 | 1",
        "match-all max-modified=10 | 1,3",
        "trx-age=9s | 1",
        "match-all group-by=digest count=2 | 2,3",
        "match-all group-by=db count=2 | 1,2",
        "match-all group-by=host count=2 | ''",
      })
  void eachWordFindsItsOwn(String rule, String expected) {
    assertThat(
            RuleText.parse(rule + " victims=all").choose(SNAPSHOT, Protection.standard()).victims())
        .extracting(row -> String.valueOf(row.id()))
        .containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected.split(",")));
  }
}
