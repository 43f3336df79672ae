package org.binnacle.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.binnacle.kernel.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionTest {
  @TempDir Path dir;

  private void waste() {
    try (var database = StateDatabase.open(StateFolder.at(dir))) {
      var store = new H2TopSqlStore(database);
      var bytes = new byte[900_000];
      for (int i = 0; i < 30; i++) {
        new Random(i).nextBytes(bytes);
        store.keep("a", 1, bytes);
      }
    }
  }

  private long size() throws IOException {
    return Files.size(StateFolder.at(dir).databaseFile());
  }

  @Test
  void aLongRunGivesFreeRoomBackAndAShortOneDoesNotWait() throws IOException {
    waste();
    long wasted = size();
    assertThat(wasted).isGreaterThan(4 << 20);
    try (var database = StateDatabase.open(StateFolder.at(dir))) {
      assertThat(
              database
                  .<Boolean>call(on -> Compaction.close(on, Duration.ofSeconds(3)))
                  .booleanValue())
          .isFalse();
    }
    try (var database = StateDatabase.open(StateFolder.at(dir))) {
      try {
        assertThat(
                database
                    .<Boolean>call(on -> Compaction.close(on, Duration.ofHours(3)))
                    .booleanValue())
            .isTrue();
      } catch (Fault closed) {
        // There is nothing left to commit on.
        assertThat(closed.code()).isEqualTo(StateFaults.DATABASE);
      }
    }
    assertThat(size()).isLessThan(2 << 20);
    try (var database = StateDatabase.open(StateFolder.at(dir))) {
      assertThat(new H2TopSqlStore(database).blocks("a", 1)).hasSize(1);
    }
  }

  @Test
  void aDatabaseThatOthersUseIsLeftOpen() {
    waste();
    try (var window = StateDatabase.open(StateFolder.at(dir));
        var command = StateDatabase.open(StateFolder.at(dir))) {
      assertThat(
              window.<Boolean>call(on -> Compaction.close(on, Duration.ofHours(3))).booleanValue())
          .isFalse();
      assertThat(new H2TopSqlStore(command).blocks("a", 1)).hasSize(1);
    }
  }
}
