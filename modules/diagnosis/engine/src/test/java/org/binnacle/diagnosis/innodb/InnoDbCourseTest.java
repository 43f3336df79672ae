package org.binnacle.diagnosis.innodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.kernel.Severity;
import org.junit.jupiter.api.Test;

class InnoDbCourseTest {
  private static final InstanceRef SHOP =
      new InstanceRef("b", "shop", "b:3306", "test", "grey", Safety.RELAXED, "");

  private static InnoDbLook look(int second, Map<String, Long> status, Map<String, String> set) {
    var all = new HashMap<>(status);
    all.putIfAbsent("uptime", 100L + second);
    return new InnoDbLook(
        SHOP,
        Instant.EPOCH.plusSeconds(second),
        second * 1_000_000_000L,
        Duration.ofMillis(1),
        all,
        Map.of("trx_rseg_history_len", 3_000_000L),
        set,
        List.of(),
        List.of());
  }

  private static Figure figure(InnoDbScene scene, String key) {
    return scene.figure(key).orElseThrow();
  }

  @Test
  void ratesAreOfTheTimeBetweenTwoLooks() {
    var course = new InnoDbCourse();
    course.enter(look(0, Map.of("innodb_log_waits", 7L, "innodb_os_log_written", 0L), Map.of()));
    var scene =
        course.enter(
            look(10, Map.of("innodb_log_waits", 27L, "innodb_os_log_written", 20480L), Map.of()));
    assertThat(figure(scene, "redo.waits").value()).isEqualTo("2 /s");
    assertThat(figure(scene, "redo.waits").severity()).isEqualTo(Severity.WARNING);
    assertThat(figure(scene, "redo.waits").words()).contains("innodb_log_buffer_size");
    assertThat(figure(scene, "redo.written").value()).isEqualTo("2.0 KiB/s");
    assertThat(scene.measured()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void aCounterThatFellOrARestartIsAGapAndNeverNegative() {
    var course = new InnoDbCourse();
    course.enter(look(0, Map.of("innodb_log_waits", 50L), Map.of()));
    var fell = course.enter(look(10, Map.of("innodb_log_waits", 3L), Map.of()));
    assertThat(figure(fell, "redo.waits").value()).isEqualTo("–");
    assertThat(figure(fell, "redo.waits").number()).isNaN();
    var restarted = course.enter(look(20, Map.of("innodb_log_waits", 90L, "uptime", 2L), Map.of()));
    assertThat(figure(restarted, "redo.waits").value()).isEqualTo("–");
    assertThat(restarted.measured()).isZero();
    assertThat(restarted.trends().get("redo.waits")).hasSize(3).allMatch(value -> value.isNaN());
  }

  @Test
  void aNearlyFullRedoLogIsCriticalAndALongHistoryTold() {
    var scene =
        new InnoDbCourse()
            .enter(
                look(
                    0,
                    Map.of(
                        "innodb_redo_log_current_lsn", 1_000_000L,
                        "innodb_redo_log_checkpoint_lsn", 50_000L,
                        "innodb_redo_log_capacity_resized", 1_000_000L),
                    Map.of()));
    assertThat(figure(scene, "redo.age").severity()).isEqualTo(Severity.CRITICAL);
    assertThat(figure(scene, "redo.age").value()).isEqualTo("928 KiB (95.0 %)");
    assertThat(figure(scene, "purge.history").severity()).isEqualTo(Severity.CRITICAL);
    assertThat(scene.unusual().getFirst().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(scene.summary()).startsWith("2 unusual: ");
  }

  @Test
  void whatAServerLacksIsSaidOnce() {
    var scene = new InnoDbCourse().enter(look(0, Map.of(), Map.of()));
    assertThat(scene.notes()).hasSize(1);
    assertThat(scene.notes().getFirst())
        .contains("checkpoint age", "adaptive hash index", "change buffer", "latches");
  }

  @Test
  void aHitRateOfFewReadsIsNoFinding() {
    var course = new InnoDbCourse();
    var asked = "innodb_buffer_pool_read_requests";
    var read = "innodb_buffer_pool_reads";
    course.enter(look(0, Map.of(asked, 0L, read, 0L), Map.of()));
    var few = course.enter(look(5, Map.of(asked, 100L, read, 50L), Map.of()));
    assertThat(figure(few, "pool.hit").severity()).isEqualTo(Severity.OK);
    var many = course.enter(look(10, Map.of(asked, 10_100L, read, 1_050L), Map.of()));
    assertThat(figure(many, "pool.hit").value()).isEqualTo("90.0 %");
    assertThat(figure(many, "pool.hit").severity()).isEqualTo(Severity.WARNING);
  }
}
