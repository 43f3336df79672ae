package org.binnacle.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.binnacle.diagnosis.topsql.Counters;
import org.binnacle.diagnosis.topsql.HourBlock;
import org.binnacle.diagnosis.topsql.StatementKey;
import org.binnacle.diagnosis.topsql.StatementText;

/// How much room the history of top SQL takes in H2: 500 statements that run each minute, for 24
/// hours, with their texts; everything counted, the empty database taken off.
///
/// Few statements run often and most seldom, as they do; times spread around their mean by a third,
/// rows read and sent are fixed for half of the statements and vary for the others.
public final class TopSqlBench {
  private static final int STATEMENTS = 500;

  private TopSqlBench() {}

  /// @param arguments a folder that does not exist yet
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    var random = new Random(7);
    long packed = 0;
    StateDatabase.open(StateFolder.at(folder)).close();
    long before = Files.size(folder.resolve("binnacle.mv.db"));
    try (var database = StateDatabase.open(StateFolder.at(folder))) {
      var store = new H2TopSqlStore(database);
      List<StatementKey> keys = keys(random);
      Map<StatementKey, Integer> numbers = store.numbers(keys);
      for (StatementKey key : keys) {
        store.keepTexts(Map.of(key, text(random)));
      }
      for (int hour = 0; hour < 24; hour++) {
        // As it is written: every five minutes, in place of the one before.
        for (int until = 5; until <= 60; until += 5) {
          byte[] block = block(keys, numbers, hour, until).packed();
          store.keep("11111111-2222-3333-4444-555555555555", 500_000 + hour, block);
          packed += until == 60 ? block.length : 0;
        }
      }
    }
    long size = Files.size(folder.resolve("binnacle.mv.db")) - before;
    long minutes = STATEMENTS * 24L * 60;
    System.out.printf(
        "%,d digest-minutes: blocks %,d bytes (%.2f each), database file %+,d bytes (%.2f each)%n",
        minutes, packed, (double) packed / minutes, size, (double) size / minutes);
  }

  private static List<StatementKey> keys(Random random) {
    var keys = new ArrayList<StatementKey>();
    for (int i = 0; i < STATEMENTS; i++) {
      var digest = new byte[32];
      random.nextBytes(digest);
      keys.add(new StatementKey("shop", HexFormat.of().formatHex(digest)));
    }
    return keys;
  }

  private static StatementText text(Random random) {
    var text = new StringBuilder("SELECT ");
    for (int i = 0; i < 12; i++) {
      text.append('`').append(Integer.toString(random.nextInt(100_000), 36)).append("` , ");
    }
    return new StatementText(
        text + "FROM `orders` WHERE `id` = ?", text + "FROM orders WHERE id = " + random.nextInt());
  }

  private static HourBlock block(
      List<StatementKey> keys, Map<StatementKey, Integer> numbers, int hour, int until) {
    Map<Integer, Map<Integer, Counters>> rows = new TreeMap<>();
    var measured = new int[60];
    for (int i = 0; i < keys.size(); i++) {
      Integer number = numbers.get(keys.get(i));
      if (number == null) {
        continue;
      }
      var random = new Random(hour * 1_000L + i);
      var minutes = new TreeMap<Integer, Counters>();
      for (int minute = 0; minute < until; minute++) {
        minutes.put(minute, minute(random, i));
      }
      rows.put(number, minutes);
    }
    for (int minute = 0; minute < until; minute++) {
      measured[minute] = 60_000 + new Random(minute).nextInt(40);
    }
    return new HourBlock(measured, rows);
  }

  private static Counters minute(Random random, int rank) {
    double mean = 6_000.0 / (rank + 1) + 1;
    long count = Math.max(1, Math.round(mean + random.nextGaussian() * Math.sqrt(mean)));
    double avgUs = 200 + 37.0 * (rank % 97) * (rank % 13 + 1);
    long timeUs =
        Math.round(
            count * avgUs * Math.max(0.2, 1 + random.nextGaussian() * 0.33 / Math.sqrt(count)));
    long lockUs = Math.round(count * 3.0 * (1 + 0.2 * random.nextGaussian() / Math.sqrt(count)));
    boolean fixed = rank % 2 == 0;
    long each = rank % 5 == 0 ? 100 : 1;
    long examined =
        fixed
            ? count * each
            : Math.max(0, Math.round(count * each * (1 + random.nextGaussian() / 4)));
    long sent = fixed ? count : Math.min(examined, Math.round(count * 0.8));
    boolean writes = rank % 4 == 3;
    return new Counters(
        count,
        timeUs,
        Math.max(0, lockUs),
        0,
        rank % 50 == 0 && random.nextInt(20) == 0 ? 1 : 0,
        0,
        writes ? count : 0,
        writes ? 0 : sent,
        examined,
        rank % 10 == 0 ? count : 0,
        0,
        rank % 25 == 0 ? count : 0);
  }
}
