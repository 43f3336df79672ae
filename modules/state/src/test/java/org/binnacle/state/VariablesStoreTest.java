package org.binnacle.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.diagnosis.variable.VariableChange;
import org.binnacle.diagnosis.variable.VariableStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VariablesStoreTest {
  private static final Instant EARLY = Instant.parse("2026-11-20T12:00:00Z");
  private static final Instant LATE = Instant.parse("2026-11-20T13:00:00.000000001Z");

  @TempDir Path dir;

  private static VariableChange change(String name) {
    return new VariableChange(name, Optional.of("1"), Optional.empty(), EARLY, LATE);
  }

  @Test
  void theLastLookAndTheNewestChangesAreThereAfterARestart() {
    var look = new VariableStore.Seen(LATE, Map.of("sql_mode", "", "port", "3306", "x", "ö\n"));
    try (var database = StateDatabase.open(StateFolder.at(dir))) {
      var store = new H2Variables(database);
      assertThat(store.last("a")).isEmpty();
      store.keep("a", new VariableStore.Seen(EARLY, Map.of("port", "1")), List.of());
      store.keep("a", look, List.of(change("port"), change("x")));
      store.keep("b", look, List.of(change("b")));
    }
    try (var database = StateDatabase.open(StateFolder.at(dir))) {
      var store = new H2Variables(database);
      assertThat(store.last("a")).contains(look);
      assertThat(store.changes("a")).containsExactly(change("x"), change("port"));
      var many = new ArrayList<VariableChange>();
      for (int i = 0; i < 600; i++) {
        many.add(change("v" + i));
      }
      store.keep("a", look, many);
      assertThat(store.changes("a")).hasSize(VariableStore.KEPT).startsWith(change("v599"));
      assertThat(store.changes("b")).containsExactly(change("b"));
    }
  }
}
