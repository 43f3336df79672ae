package org.binnacle.diagnosis.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.binnacle.diagnosis.variable.VariableChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EventWordsTest {
  private static final Instant THEN = Instant.EPOCH;
  private static final Instant NOW = THEN.plusSeconds(60);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ALTER TABLE shop.stock ADD COLUMN x int|ALTER TABLE shop.stock ADD COLUMN x int",
        "/* gh */ create unique index i on t (a, b)|create unique index i on t",
        "ALTER TABLE t CONNECTION=\"mysql://u:secret@h/d\"|ALTER TABLE t CONNECTION=",
        "OPTIMIZE LOCAL TABLE t|OPTIMIZE LOCAL TABLE t",
        "ALTER USER app IDENTIFIED BY 'x'|",
        "UPDATE t SET v = 'ALTER TABLE x'|",
      })
  void ddlIsToldWithoutLiteralsAndAccountsNever(String sql, String words) {
    assertThat(Ddl.of(sql)).isEqualTo(Optional.ofNullable(words));
  }

  private static VariableChange change(String name, String was, String now, Instant seen) {
    return new VariableChange(name, Optional.of(was), Optional.of(now), THEN, seen);
  }

  @Test
  void changesAreNamedWithBothValuesAndSecretsAreHidden() {
    assertThat(
            Changed.words(
                List.of(
                    change("max_connections", "151", "200", NOW),
                    change("wsrep_sst_password", "old", "new", NOW),
                    change("key_buffer_size", "8", "16", NOW),
                    change("a", "1", "2", NOW),
                    change("b", "1", "2", THEN)),
                THEN))
        .hasValue(
            "max_connections: 151 to 200, wsrep_sst_password: (hidden) to (hidden),"
                + " key_buffer_size: 8 to 16, and 1 more");
    assertThat(Changed.words(List.of(change("b", "1", "2", THEN)), THEN)).isEmpty();
  }

  @Test
  void theLogIsBoundedAndInOrderOfTime() {
    var log = new EventLog();
    for (int i = 0; i < EventLog.KEPT + 50; i++) {
      log.note("one", new Event(NOW.plusSeconds(i), EventKind.KILL, "KILL " + i));
    }
    log.note("one", new Event(THEN, EventKind.DDL, "ALTER TABLE\n t\u001b[2J"));
    assertThat(log.of("one")).hasSize(EventLog.KEPT);
    assertThat(log.of("one").getFirst().words()).isEqualTo("ALTER TABLE t [2J");
    assertThat(log.since("one", NOW)).hasSize(EventLog.KEPT - 1);
    assertThat(log.of("other")).isEmpty();
  }
}
