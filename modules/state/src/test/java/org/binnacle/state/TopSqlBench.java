package org.binnacle.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.Duration;
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
/// hours, with their texts; everything counted, the empty database taken off. Written as {@code
/// Recorder} writes: five minutes at a time, then one block an hour.
///
/// The day passes at a pace: with 1000 ms for five minutes it lasts 288 s, and H2's retention time
/// (45 s, in which it does not use freed room again) is shortened by the same factor. At 0 ms the
/// day passes at once, and nothing that was freed is used again before the end.
///
/// Few statements run often and most seldom, as they do; times spread around their mean by a third,
/// rows read and sent are fixed for half of the statements and vary for the others.
public final class TopSqlBench {
  private static final int STATEMENTS = 500;

  private TopSqlBench() {}

  /// @param arguments a folder that does not exist yet; milliseconds for five minutes
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Path.of(arguments[0]);
    long paceMs = Long.parseLong(arguments[1]);
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
      database.call(
          connection -> {
            try (Statement statement = connection.createStatement()) {
              return statement.execute("SET RETENTION_TIME " + 45_000 * paceMs / 300_000);
            }
          });
      for (int hour = 0; hour < 24; hour++) {
        for (int until = 5; until <= 60; until += 5) {
          store.append(ID, 500_000 + hour, block(keys, numbers, hour, until - 5, until).packed());
          Thread.sleep(paceMs);
        }
        byte[] whole = block(keys, numbers, hour, 0, 60).packed();
        store.keep(ID, 500_000 + hour, whole);
        packed += whole.length;
        if (hour % 6 == 5) {
          told("open, after " + (hour + 1) + " h", folder, before, hour + 1);
        }
      }
    }
    System.out.printf("blocks %,d bytes (%.2f each)%n", packed, (double) packed / minutes(24));
    told("closed by H2 alone", folder, before, 24);
    try (var database = StateDatabase.open(StateFolder.at(folder))) {
      boolean compacted =
          database.call(connection -> Compaction.close(connection, Duration.ofHours(1)));
      System.out.println(compacted ? "worth compacting" : "not worth compacting");
    } catch (RuntimeException closed) {
      System.out.println("compacted");
    }
    told("closed by a window after a day", folder, before, 24);
  }

  private static final String ID = "11111111-2222-3333-4444-555555555555";

  private static long minutes(int hours) {
    return STATEMENTS * 60L * hours;
  }

  private static void told(String when, Path folder, long before, int hours) throws IOException {
    long size = Files.size(folder.resolve("binnacle.mv.db")) - before;
    System.out.printf(
        "%s: %,d digest-minutes, database file %+,d bytes (%.2f each)%n",
        when, minutes(hours), size, (double) size / minutes(hours));
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
      List<StatementKey> keys, Map<StatementKey, Integer> numbers, int hour, int from, int until) {
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
        Counters counters = minute(random, i);
        if (minute >= from) {
          minutes.put(minute, counters);
        }
      }
      rows.put(number, minutes);
    }
    for (int minute = from; minute < until; minute++) {
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
