package org.binnacle.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

  private static void waste(StateDatabase database) {
    var store = new H2TopSqlStore(database);
    var bytes = new byte[900_000];
    for (int hour = 1; hour <= 20; hour++) {
      new Random(hour).nextBytes(bytes);
      store.keep("a", hour, bytes);
    }
    written(database);
    assertThat(store.forget(20)).isEqualTo(19);
    written(database);
  }

  /// H2 writes behind: what is not in the file yet is not wasted there.
  private static void written(StateDatabase database) {
    var _ =
        database.<Boolean>call(
            on -> {
              try (var statement = on.createStatement()) {
                return statement.execute("CHECKPOINT SYNC");
              }
            });
  }

  private long size() throws IOException {
    return Files.size(StateFolder.at(dir).databaseFile());
  }

  private static boolean closed(StateDatabase database, Duration ran) {
    return database.<Boolean>call(on -> Compaction.close(on, ran));
  }

  @Test
  void aLongRunGivesFreeRoomBackAndAShortOneDoesNotWait() throws IOException {
    try (var database = StateDatabase.open(StateFolder.at(dir))) {
      waste(database);
      assertThat(size()).isGreaterThan(4 << 20);
      assertThat(closed(database, Duration.ofSeconds(3))).isFalse();
      // Nothing can be committed on what is closed.
      assertThatThrownBy(() -> closed(database, Duration.ofHours(3))).isInstanceOf(Fault.class);
      assertThat(size()).isLessThan(2 << 20);
    }
    try (var database = StateDatabase.open(StateFolder.at(dir))) {
      assertThat(new H2TopSqlStore(database).blocks("a", 20)).hasSize(1);
      assertThat(closed(database, Duration.ofHours(3))).as("there is nothing to gain").isFalse();
    }
  }

  @Test
  void aDatabaseThatOthersUseIsLeftOpen() {
    try (var window = StateDatabase.open(StateFolder.at(dir));
        var command = StateDatabase.open(StateFolder.at(dir))) {
      waste(window);
      assertThat(closed(window, Duration.ofHours(3))).isFalse();
      assertThat(new H2TopSqlStore(command).blocks("a", 20)).hasSize(1);
    }
  }
}
