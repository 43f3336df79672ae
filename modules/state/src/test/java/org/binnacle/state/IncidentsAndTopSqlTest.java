package org.binnacle.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.binnacle.diagnosis.incident.Finding;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.Part;
import org.binnacle.diagnosis.incident.Recorded;
import org.binnacle.diagnosis.topsql.StatementKey;
import org.binnacle.diagnosis.topsql.StatementText;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.kernel.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncidentsAndTopSqlTest {
  @TempDir Path dir;

  private static Incident incident(String id, Instant at) {
    var part =
        new Part(
            "sessions",
            1,
            Part.Status.DENIED,
            "GRANT PROCESS",
            12,
            34,
            Map.of("all", Grid.of(List.of("id", "sql"), List.of(List.of("7", "SELECT 'ö'")))),
            Map.of("text", "a\nb"));
    var ref = new InstanceRef("9", "shop-1", "h:3306", "production", "red", Safety.STRICT, "shop");
    var finding =
        new Finding(
            "locks.idle-blocker", Severity.CRITICAL, "shop-1", "it waits", List.of("e"), "n");
    return new Incident(
        id,
        at,
        Duration.ofMillis(2600),
        "shop-1",
        "by hand",
        "",
        false,
        List.of(new Recorded(ref, "8.0.33", "MySQL 8.0", List.of(part))),
        List.of(finding));
  }

  @Test
  void anIncidentIsReadBackWhole() {
    Incident old =
        incident("2b1a7a54-7f3d-4d33-8d5e-6a7c3b8c9d10", Instant.parse("2026-11-20T12:00:00Z"));
    Incident later =
        incident("2b1a7a54-7f3d-4d33-8d5e-6a7c3b8c9d11", Instant.parse("2026-11-20T13:00:00Z"));
    try (var database = StateDatabase.open(StateFolder.at(dir))) {
      var store = new H2IncidentStore(database);
      store.keep(old);
      store.keep(later);
      store.keep(later);
      assertThat(store.find(old.id())).contains(old);
      assertThat(store.list("", 10)).containsExactly(later.head(), old.head());
      assertThat(store.list("SHOP-1", 10)).hasSize(2);
      assertThat(store.list("nothing", 10)).isEmpty();
      store.note(old.id(), "ticket 42");
      assertThat(store.list("ticket 42", 10)).containsExactly(old.noted("ticket 42").head());
      assertThat(store.remove(old.id())).isTrue();
      assertThat(store.remove(old.id())).isFalse();
      assertThat(store.find(old.id())).isEmpty();
      assertThat(store.find("../x")).isEmpty();
    }
  }

  @Test
  void hoursAndStatementsAreKept() {
    var read = new StatementKey("shop", "aa");
    var write = new StatementKey("", "aa");
    try (var database = StateDatabase.open(StateFolder.at(dir))) {
      var store = new H2TopSqlStore(database);
      var numbers = store.numbers(List.of(read, write));
      assertThat(numbers.get(read)).isNotEqualTo(numbers.get(write));
      store.keepTexts(Map.of(read, new StatementText("SELECT ?", "SELECT 1")));
      store.keep("i", 5, new byte[] {1});
      store.keep("i", 5, new byte[] {2});
      store.keep("i", 9, new byte[] {3});
      assertThat(store.blocks("i", 5)).containsExactly(new byte[] {2});
      store.append("i", 5, new byte[] {4});
      store.append("j", 5, new byte[] {6});
      store.append("i", 5, new byte[] {5});
      assertThat(store.blocks("i", 5))
          .containsExactly(new byte[] {2}, new byte[] {4}, new byte[] {5});
      assertThat(store.inPieces("i", 6)).containsExactly(5);
      assertThat(store.inPieces("i", 5)).isEmpty();
      var large = new byte[2_300_000];
      new java.util.Random(7).nextBytes(large);
      store.append("i", 7, large);
      store.append("i", 7, new byte[] {7});
      assertThat(store.blocks("i", 7)).containsExactly(large, new byte[] {7});
      store.keep("i", 7, large);
      assertThat(store.blocks("i", 7)).containsExactly(large);
      assertThat(store.inPieces("i", 9)).containsExactly(5);
      assertThat(store.forget(6)).isEqualTo(1);
      assertThat(store.blocks("i", 5)).isEmpty();
      // Another process, or the next start.
      var again = new H2TopSqlStore(database);
      assertThat(again.numbers(List.of(write, read))).isEqualTo(numbers);
      assertThat(again.statements(numbers.values())).containsEntry(numbers.get(read), read);
      assertThat(again.texts(List.of(read, write)))
          .containsExactly(Map.entry(read, new StatementText("SELECT ?", "SELECT 1")));
    }
  }
}
