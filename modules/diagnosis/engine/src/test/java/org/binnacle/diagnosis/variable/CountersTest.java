package org.binnacle.diagnosis.variable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway")
final class CountersTest {
  private final StatusCourse course = new StatusCourse();

  private Map<String, StatusRow> look(int second, String flush, String asked, String running) {
    List<StatusRow> rows =
        course.enter(
            "one",
            Map.of(
                "uptime", String.valueOf(1_000 + second),
                "uptime_since_flush_status", flush,
                "handler_write", asked,
                "threads_running", running),
            second * 1_000_000_000L);
    return Map.of("asked", of(rows, "handler_write"), "running", of(rows, "threads_running"));
  }

  private static StatusRow of(List<StatusRow> rows, String name) {
    return rows.stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void flushStatusIsAGapAndNoRateIsNegative() {
    look(1, "1001", "500", "9");
    var grown = look(2, "1002", "600", "4");
    assertThat(grown.get("asked").perS()).hasValue(100);
    assertThat(grown.get("running").perS()).as("a gauge may fall").hasValue(-5);
    var flushed = look(3, "0", "7", "4");
    assertThat(flushed.get("asked").perS()).isEmpty();
    assertThat(flushed.get("asked").since()).isEmpty();
    var after = look(4, "1", "17", "4");
    assertThat(after.get("asked").perS()).hasValue(10);
    assertThat(after.get("asked").since()).hasValue(10);
  }

  @Test
  void aCounterThatGoesBackByItselfIsAGapToo() {
    look(1, "1001", "500", "9");
    assertThat(look(2, "1002", "3", "9").get("asked").perS()).isEmpty();
    assertThat(look(3, "1003", "5", "9").get("asked").since()).hasValue(2);
  }
}
