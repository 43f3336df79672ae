package org.binnacle.diagnosis.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.binnacle.diagnosis.Samples;
import org.binnacle.diagnosis.SessionFaults;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.kernel.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionQueryTest {
  private static final ProcessRow ROW = Samples.update();
  private static final Map<String, String> SAVED =
      Map.of("busy", "time>5 user:app", "loop", "a @loop", "bad", "usr:x", "not-app", "-user:app");

  private static boolean meets(String text) {
    return SessionQuery.of(text, SAVED).test(ROW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "stock",
        "STOCK",
        "4711",
        "10.0.4.9",
        "shop-db",
        "user:app",
        "USER:APP",
        "user:a*",
        "user:*p*",
        "user=app",
        "host:10.0.4.*",
        "host:10.0.4.9:5123",
        "port:5123",
        "state~dat",
        "state:updating",
        "command:query|execute",
        "cmd:Query,Execute",
        "db:shop",
        "time>5",
        "time>5s",
        "time>7s",
        "time:7",
        "time>=7200ms",
        "time<1m",
        "time<=7200000us",
        "time>0.1m",
        "trx>1m",
        "trx<2m",
        "modified>10",
        "modified:12",
        "locked<=3",
        "rows>100k",
        "examined>=150k",
        "sent:0",
        "sent<1",
        "-db:mysql",
        "-mysqldump",
        "-user:root|repl",
        "sql~'where id=7'",
        "sql~\"WHERE id=7\"",
        "/qty=qty-\\d/",
        "sql:/UPDATE.*7$/",
        "is:active",
        "is:blocked",
        "is:in-trx",
        "is:no-index",
        "-is:sleeping",
        "is:sleeping|active",
        "user:app time>5 state~dat -db:mysql",
        "@busy",
        "-@not-app",
        "nothing|stock",
        "id:4710,4711",
        "id:4711",
        "program:orders",
        "digest:3fa9*",
        "instance:shop-*",
        "trx-state:\"LOCK WAIT\"",
        "lock-time>=1ms",
        "upd*stock"
      })
  void theRowIsFound(String text) {
    assertThat(meets(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nowhere",
        "user:ap",
        "user:root",
        "host:10.0.5.*",
        "state~lock",
        "time>8",
        "time<7",
        "time:6",
        "time:8",
        "trx>2m",
        "modified>12",
        "-db:shop",
        "-stock",
        "is:sleeping",
        "is:idle-in-trx",
        "is:replication",
        "is:own",
        "user:app time>8",
        "-@busy",
        "@not-app",
        "id:471",
        "sql~/^qty/",
        "tmp-disk>0",
        "is:tmp-disk",
        "'UPDATE  stock'"
      })
  void theRowIsNotFound(String text) {
    assertThat(meets(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '^',
      value = {
        "usr:app                ! unknown key usr at 1; did you mean user?",
        "db:x stat~lock         ! unknown key stat at 6; did you mean state?",
        "user>5                 ! user is a text and can't be compared with > at 5; expected :, ~",
        "time~5                 ! time is a number at 5; expected :, >, >=, <, <=",
        "time>abc               ! no length of time: abc at 6; expected 5, 5s, 200ms, 2m, 1h",
        "examined>5s            ! no number: 5s at 10; expected 5, 100k, 2m",
        "user:                  ! a value is missing at 6",
        "user: x                ! a value is missing at 6",
        "user:a,                ! a value is missing at 8",
        "user:\"abc             ! the closing \" is missing at 6",
        "sql~/a(/               ! no regular expression: unclosed group at 8",
        "is:sleepy              ! unknown is:sleepy at 4; did you mean sleeping?",
        "is>sleeping            ! is takes a colon at 3; expected :",
        "@bussy                 ! no saved filter @bussy at 1; did you mean busy?",
        "@                      ! the name of a saved filter is missing at 1",
        "@loop                  ! saved filter @loop: saved filter @loop contains itself at 3 at 1",
        "@bad                   ! saved filter @bad: unknown key usr at 1; did you mean user? at 1",
        "x -                    ! nothing stands behind - at 3",
        "\"a\"b                 ! a space is missing behind \" at 4",
        "a '/'/                 ! a space is missing behind ' at 6"
      })
  void aWrongTextIsToldWithItsPlace(String text, String line) {
    assertThat(SessionQuery.parse(text, SAVED))
        .isInstanceOfSatisfying(
            SessionQuery.Parsed.Bad.class, bad -> assertThat(bad.error().line()).isEqualTo(line));
  }

  @Test
  void anUnknownKeyNamesAllKnownOnes() {
    var parsed = (SessionQuery.Parsed.Bad) SessionQuery.parse("xyzzy:1", Map.of());
    assertThat(parsed.error().nearest()).isEmpty();
    assertThat(parsed.error().expected()).contains("user", "time", "trx", "digest", "is");
    assertThat(parsed.error().from()).isZero();
    assertThat(parsed.error().to()).isEqualTo(5);
  }

  @Test
  void callersWithoutABarGetAFault() {
    assertThatThrownBy(() -> SessionQuery.of("usr:app", Map.of()))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.code()).isEqualTo(SessionFaults.QUERY));
  }

  @Test
  void rowsWithoutTheNumberMeetNoComparison() {
    ProcessRow plain = Samples.sleeper(3);
    assertThat(SessionQuery.of("trx>0", Map.of()).test(plain)).isFalse();
    assertThat(SessionQuery.of("examined<5", Map.of()).test(plain)).isFalse();
    assertThat(SessionQuery.of("-trx>0", Map.of()).test(plain)).isTrue();
  }

  @Test
  void queriesThatNameSleepersSaySo() {
    for (String text :
        List.of("is:sleeping", "command:Sleep", "cmd~slee", "user:x is:active|sleeping")) {
      assertThat(SessionQuery.of(text, Map.of()).wantsSleepers()).as(text).isTrue();
    }
    for (String text : List.of("", "user:app", "-command:Sleep", "command:Query")) {
      assertThat(SessionQuery.of(text, Map.of()).wantsSleepers()).as(text).isFalse();
    }
  }

  @Test
  void anEvilRegularExpressionEndsAndFindsNothing() {
    var row =
        Samples.of(1, Kind.ACTIVE, "app", "Query", "", 1, "a".repeat(60) + "!" + "b".repeat(5_000));
    assertThat(SessionQuery.of("/(a+)+$/", Map.of()).test(row)).isFalse();
    assertThat(SessionQuery.of("sql~/(x|b|.)*\\d/", Map.of()).test(row)).isFalse();
  }

  @Test
  void noTextWhateverThrows() {
    var random = new Random(4711);
    String[] pieces = {
      "user",
      "time",
      "is",
      "sleeping",
      ":",
      "~",
      ">",
      ">=",
      "<",
      "=",
      "-",
      "|",
      ",",
      "\"",
      "'",
      "/",
      "\\",
      "@",
      "*",
      "(",
      "[",
      "{",
      "+",
      "5",
      "5s",
      "1e9",
      "99999999999999999999",
      " ",
      "  ",
      "\t",
      "\n",
      "\0",
      "é",
      "🐬",
      "\ud800",
      "\uffff",
      ".",
      "busy",
      "k",
      "x".repeat(50)
    };
    for (int round = 0; round < 60_000; round++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(12); i >= 0; i--) {
        text.append(
            random.nextInt(20) == 0
                ? String.valueOf((char) random.nextInt(0x10000))
                : pieces[random.nextInt(pieces.length)]);
      }
      String query = text.toString();
      switch (SessionQuery.parse(query, SAVED)) {
        case SessionQuery.Parsed.Good(SessionQuery good) -> good.test(ROW);
        case SessionQuery.Parsed.Bad(QueryError error) -> {
          assertThat(error.from()).as(query).isBetween(0, query.length());
          assertThat(error.to()).as(query).isBetween(error.from(), query.length());
          assertThat(error.message()).isNotEmpty();
        }
      }
      var suggestions = new Suggestions(key -> List.of("app", "my app"), SAVED.keySet());
      int caret = random.nextInt(query.length() + 1);
      suggestions
          .at(query, caret)
          .forEach(
              suggestion ->
                  assertThat(suggestion.from()).isBetween(0, Math.min(suggestion.to(), caret)));
    }
  }
}
