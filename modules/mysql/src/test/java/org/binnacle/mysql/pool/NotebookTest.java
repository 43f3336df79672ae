package org.binnacle.mysql.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.binnacle.mysql.Asked;
import org.junit.jupiter.api.Test;

final class NotebookTest {
  private Instant now = Instant.parse("2026-11-29T12:00:00Z");
  private final Notebook notebook = new Notebook(() -> now);

  @Test
  void theLastTextOfEachMarkIsKeptAndCounted() {
    notebook.accept("SELECT /* binnacle:pulse */ 1");
    now = now.plusSeconds(5);
    for (int i = 0; i < 1_000; i++) {
      notebook.accept("SELECT /* binnacle:lock-parties */ " + i);
    }
    notebook.accept("SELECT /* binnacle:pulse */ 1");
    notebook.accept("SELECT password FROM secrets");
    assertThat(notebook.asked())
        .containsExactly(
            new Asked("lock-parties", "SELECT /* binnacle:lock-parties */ 999", 1_000, now),
            new Asked("pulse", "SELECT /* binnacle:pulse */ 1", 2, now));
  }
}
