package org.binnacle.diagnosis.tape;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.binnacle.diagnosis.Samples;
import org.binnacle.diagnosis.bench.RingBench;
import org.binnacle.diagnosis.watch.Merged;

/// What a look takes in a record: `RecordBench [sessions] [share new]`, made-up sessions, 600 looks
/// a second apart in blocks of thirty.
public final class RecordBench {
  private RecordBench() {}

  public static void main(String[] arguments) {
    int many = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
    double fresh = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 0.1;
    var sessions = new RingBench.Sessions(many, fresh);
    Instant begin = Instant.parse("2026-03-01T12:00:00Z");
    List<String> ids = List.of(Samples.SHOP.id());
    var blocks = new ArrayList<TapeBlock>();
    var writer = new BlockWriter(0, ids);
    long writing = 0;
    for (int second = 0; second < 600; second++) {
      Instant at = begin.plusSeconds(second);
      Merged scene = sessions.next(at, second);
      long before = System.nanoTime();
      writer.sessions(at, scene);
      if (writer.looks() == 30) {
        blocks.add(writer.block());
        writer = new BlockWriter(blocks.size(), ids);
      }
      writing += System.nanoTime() - before;
    }
    long before = System.nanoTime();
    for (TapeBlock block : blocks) {
      var _ = BlockReader.read(block, List.of(Samples.SHOP));
    }
    double reading = (System.nanoTime() - before) / 1e6 / blocks.size();
    long bytes = blocks.stream().mapToLong(one -> one.packed().length + one.index().length).sum();
    System.out.printf(
        "%d sessions, %.0f %% new a look: %.1f kB a look, %.1f MB in ten minutes, write %.2f ms a look,"
            + " read a block %.1f ms%n",
        many, fresh * 100, bytes / 600.0 / 1e3, bytes / 1e6, writing / 600.0 / 1e6, reading);
  }
}
