package org.binnacle.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.binnacle.diagnosis.tape.Tape;
import org.binnacle.diagnosis.tape.TapeBlock;
import org.binnacle.diagnosis.tape.TapeStore;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordsTest {
  private static final Instant BEGIN = Instant.parse("2026-11-20T12:00:00Z");

  @TempDir Path dir;

  private static Tape tape(String id, Instant from, long looks, String ended) {
    var ref = new InstanceRef("9", "shop-ö", "h:3306", "production", "red", Safety.STRICT, "shop");
    return new Tape(
        id,
        from,
        from.plusSeconds(looks),
        "shop",
        List.of(ref),
        Duration.ofSeconds(1),
        looks,
        looks * 40,
        ended,
        "");
  }

  @Test
  void aRecordGrowsBlockByBlockAndIsReadBackWhole() {
    String id = "2b1a7a54-7f3d-4d33-8d5e-6a7c3b8c9d10";
    try (var database = StateDatabase.open(StateFolder.at(dir))) {
      TapeStore store = new H2TapeStore(database);
      store.keep(tape(id, BEGIN, 0, ""));
      store.note(id, "ticket 42");
      for (int i = 0; i < 3; i++) {
        var block =
            new TapeBlock(
                i,
                BEGIN.plusSeconds(i * 30L),
                BEGIN.plusSeconds(i * 30L + 29),
                30,
                new byte[] {1, (byte) i},
                new byte[] {9, (byte) i, -1});
        store.add(tape(id, BEGIN, (i + 1) * 30L, ""), block);
      }
      store.keep(tape(id, BEGIN, 90, "stopped by hand"));
      Tape later = tape("2b1a7a54-7f3d-4d33-8d5e-6a7c3b8c9d11", BEGIN.plusSeconds(900), 1, "");
      store.keep(later);
      assertThat(store.list())
          .containsExactly(later, tape(id, BEGIN, 90, "stopped by hand").noted("ticket 42"));
      assertThat(store.places(id)).extracting(TapeStore.Place::seq).containsExactly(0, 1, 2);
      assertThat(store.places(id).get(2).index()).containsExactly(1, 2);
      TapeBlock read = store.block(id, 1).orElseThrow();
      assertThat(read.packed()).containsExactly(9, 1, -1);
      assertThat(read.from()).isEqualTo(BEGIN.plusSeconds(30));
      assertThat(read.looks()).isEqualTo(30);
      assertThat(store.block(id, 7)).isEmpty();
      assertThat(store.remove(id)).isTrue();
      assertThat(store.places(id)).isEmpty();
      assertThat(store.find(id)).isEmpty();
      assertThat(store.find("../x")).isEmpty();
    }
  }
}
