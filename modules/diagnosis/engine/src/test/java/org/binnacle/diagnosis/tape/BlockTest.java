package org.binnacle.diagnosis.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.binnacle.diagnosis.Samples;
import org.binnacle.diagnosis.SessionFaults;
import org.binnacle.diagnosis.bench.RingBench;
import org.binnacle.diagnosis.innodb.Figure;
import org.binnacle.diagnosis.innodb.InnoDbScene;
import org.binnacle.diagnosis.lock.Denied;
import org.binnacle.diagnosis.past.Deflated;
import org.binnacle.diagnosis.replication.ReplicaChannel;
import org.binnacle.diagnosis.replication.ReplicaScene;
import org.binnacle.diagnosis.replication.ReplicaWorker;
import org.binnacle.diagnosis.watch.Merged;
import org.binnacle.diagnosis.watch.Rounds;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.kernel.Severity;
import org.junit.jupiter.api.Test;

class BlockTest {
  private static final Instant BEGIN = Instant.parse("2026-03-01T12:00:00Z");
  private static final List<String> IDS = List.of(Samples.SHOP.id());

  private static final InstanceRef PAY = Samples.instance("pay-db-1", Safety.RELAXED);

  private static TapeBlock block(List<Merged> scenes) {
    var writer = new BlockWriter(3, IDS);
    for (int i = 0; i < scenes.size(); i++) {
      writer.sessions(BEGIN.plusSeconds(i), scenes.get(i));
    }
    return writer.block();
  }

  private static List<Merged> scenes() {
    var sessions = new RingBench.Sessions(40, 0.2);
    var scenes = new ArrayList<Merged>();
    for (int i = 0; i < 12; i++) {
      scenes.add(sessions.next(BEGIN.plusSeconds(i), i));
    }
    return scenes;
  }

  @Test
  void everyLookOfABlockComesBackWithAllItsRows() {
    List<Merged> scenes = scenes();
    TapeBlock block = block(scenes);
    assertThat(block.seq()).isEqualTo(3);
    assertThat(block.looks()).isEqualTo(12);
    assertThat(block.from()).isEqualTo(BEGIN);
    assertThat(block.to()).isEqualTo(BEGIN.plusSeconds(11));
    assertThat(TapeIndex.read(block.index()).of(BlockWriter.SESSIONS)).hasSize(12);
    var read = BlockReader.read(block, List.of(Samples.SHOP));
    for (int i = 0; i < 12; i++) {
      assertThat(read.sessions().get(i).at()).isEqualTo(BEGIN.plusSeconds(i));
      assertThat(read.sessions().get(i).scene().rows()).isEqualTo(scenes.get(i).rows());
      assertThat(read.sessions().get(i).scene().load()).isEqualTo(scenes.get(i).load());
    }
  }

  @Test
  void aDamagedBlockIsAFaultAndNothingElse() {
    TapeBlock block = block(scenes());
    byte[] plain = Deflated.plain(block.packed());
    for (int length = 1; length < plain.length; length += 97) {
      byte[] cut = Arrays.copyOf(plain, length);
      var damaged =
          new TapeBlock(
              0, block.from(), block.to(), block.looks(), block.index(), Deflated.of(cut));
      try {
        var read = BlockReader.read(damaged, List.of(Samples.SHOP));
        assertThat(read.sessions()).hasSizeLessThan(12);
      } catch (Fault fault) {
        assertThat(fault.detail()).contains("damaged");
      }
    }
    byte[] newer = plain.clone();
    newer[0] = 18;
    assertThatThrownBy(
            () ->
                BlockReader.read(
                    new TapeBlock(0, BEGIN, BEGIN, 1, block.index(), Deflated.of(newer)),
                    List.of(Samples.SHOP)))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("newer");
  }

  private static Rounds.Seen<ReplicaScene> applying() {
    var worker =
        new ReplicaWorker(
            2, true, "3E11:5", true, OptionalLong.of(42), OptionalLong.empty(), 1, 1213, "dead");
    var channel =
        new ReplicaChannel(
            "west",
            "10.0.0.1",
            3306,
            "3E11",
            "repl",
            "Connecting",
            true,
            "Waiting",
            2003,
            "can't reach 10.0.0.1",
            0,
            "",
            OptionalLong.empty(),
            OptionalLong.of(7),
            OptionalLong.of(310),
            60,
            true,
            4_096,
            "binlog.000002:157",
            "binlog.000001:4",
            List.of(worker));
    var scene =
        new ReplicaScene(
            Samples.SHOP,
            BEGIN,
            Duration.ofMillis(3),
            "9A00",
            true,
            "3E11:1-4",
            List.of(channel),
            2,
            List.of("a note"),
            List.of(new Denied("workers", "GRANT SELECT")));
    return new Rounds.Seen<>(
        Samples.SHOP,
        Optional.of(scene),
        Optional.of(BEGIN),
        Optional.empty(),
        4,
        Duration.ofSeconds(5));
  }

  @Test
  void replicationComesBackWithItsWorkersAndThoseThatDoNotAnswer() {
    var away =
        new Rounds.Seen<ReplicaScene>(
            PAY,
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Fault(SessionFaults.GONE, "no route")),
            4,
            Duration.ofSeconds(5));
    var writer = new BlockWriter(0, List.of(Samples.SHOP.id(), PAY.id()));
    writer.replication(BEGIN.plusSeconds(1), List.of(applying(), away));
    var read = BlockReader.read(writer.block(), List.of(Samples.SHOP, PAY));
    assertThat(read.replication().getFirst().at()).isEqualTo(BEGIN.plusSeconds(1));
    var seen = read.replication().getFirst().scene();
    assertThat(seen.getFirst().value()).isEqualTo(applying().value());
    assertThat(seen.getFirst().at()).contains(BEGIN);
    assertThat(seen.getLast().instance()).isEqualTo(PAY);
    assertThat(seen.getLast().value()).isEmpty();
    assertThat(seen.getLast().fault().orElseThrow().detail()).contains("no route");
  }

  @Test
  void figuresOfInnoDbComeBackAsTheyWereShown() {
    var hits =
        new Figure("pool.hit", "Buffer pool", "Hits", "99.9 %", 99.9, Severity.WARNING, "low");
    var rate = new Figure("redo.written", "Redo log", "Written", "–", Double.NaN, Severity.OK, "");
    var scene =
        new InnoDbScene(
            Samples.SHOP,
            BEGIN,
            Duration.ofMillis(4),
            Duration.ofMillis(5_004),
            List.of(hits, rate),
            Map.of("pool.hit", List.of(1.0, 2.0)),
            List.of("This server does not tell: latches."),
            List.of());
    var writer = new BlockWriter(0, IDS);
    writer.innodb(
        BEGIN,
        List.of(
            new Rounds.Seen<>(
                Samples.SHOP,
                Optional.of(scene),
                Optional.of(BEGIN),
                Optional.empty(),
                1,
                Duration.ofSeconds(5))));
    var read = BlockReader.read(writer.block(), List.of(Samples.SHOP)).innodb().getFirst();
    InnoDbScene back = read.scene().getFirst().value().orElseThrow();
    assertThat(back.figures()).containsExactly(hits, rate);
    assertThat(back.measured()).isEqualTo(scene.measured());
    assertThat(back.notes()).isEqualTo(scene.notes());
    assertThat(back.at()).isEqualTo(BEGIN);
  }

  @Test
  void theTimesOfARecordOfBeforeAreRead() {
    var out = new Out();
    for (int kind = 0; kind < 3; kind++) {
      out.number(1);
      out.number(BEGIN.toEpochMilli() + kind);
    }
    TapeIndex index = TapeIndex.read(out.bytes());
    assertThat(index.of(BlockWriter.TRANSACTIONS)).containsExactly(BEGIN.plusMillis(2));
    assertThat(index.of(BlockWriter.REPLICATION)).isEmpty();
    assertThat(index.of(BlockWriter.INNODB)).isEmpty();
  }

  @Test
  void whatRoundsOfManyInstancesBringIsWrittenOnceAnInterval() {
    var pace = new Pace(Duration.ofSeconds(5));
    assertThat(pace.due(-7)).isTrue();
    assertThat(pace.due(4_400_000_000L)).isFalse();
    assertThat(pace.due(4_600_000_000L)).isTrue();
    assertThat(pace.due(9_000_000_000L)).isFalse();
  }
}
