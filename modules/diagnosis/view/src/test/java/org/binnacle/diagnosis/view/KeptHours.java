package org.binnacle.diagnosis.view;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.binnacle.diagnosis.topsql.Counters;
import org.binnacle.diagnosis.topsql.HourBlock;
import org.binnacle.diagnosis.topsql.StatementKey;
import org.binnacle.diagnosis.topsql.StatementText;
import org.binnacle.diagnosis.topsql.TopSqlStore;

/// A history of two hours: in the second a statement became slower, one is new, one is gone, one is
/// run more often, and one stays as it was.
final class KeptHours implements TopSqlStore {
  private static final List<String> TEXTS =
      List.of(
          "SELECT `qty` FROM `stock` WHERE `sku` = ?",
          "SELECT * FROM `orders` WHERE `customer` = ? ORDER BY `at` DESC LIMIT ?",
          "UPDATE `stock` SET `qty` = `qty` - ? WHERE `id` = ?",
          "INSERT INTO `audit` ( `who` , `what` ) VALUES (...)",
          "SELECT COUNT ( * ) FROM `orders` WHERE `state` = ?");

  private final Map<Integer, byte[]> blocks = new HashMap<>();

  /// @param second the number of the second hour since 1970
  KeptHours(int second) {
    blocks.put(
        second - 1, block(new long[][] {{60, 2_000}, {10, 40_000}, {30, 1_000}, {5, 9_000}, {}}));
    blocks.put(
        second, block(new long[][] {{60, 90_000}, {10, 41_000}, {95, 1_000}, {}, {2, 700_000}}));
  }

  /// Count and microseconds of each execution, a second; empty for one that did not run.
  private static byte[] block(long[][] perS) {
    Map<Integer, Map<Integer, Counters>> rows = new TreeMap<>();
    var measured = new int[60];
    for (int i = 0; i < perS.length; i++) {
      var minutes = new TreeMap<Integer, Counters>();
      for (int minute = 0; minute < 60 && perS[i].length > 0; minute++) {
        long count = perS[i][0] * 60;
        minutes.put(
            minute,
            new Counters(count, count * perS[i][1], count, 0, 0, 0, 0, count, count * 3, 0, 0, 0));
      }
      rows.put(i + 1, minutes);
    }
    java.util.Arrays.fill(measured, 60_000);
    return new HourBlock(measured, rows).packed();
  }

  private static StatementKey key(int number) {
    return new StatementKey("shop", "%064x".formatted(number * 0xabcdefL));
  }

  @Override
  public Map<StatementKey, Integer> numbers(Collection<StatementKey> keys) {
    return Map.of();
  }

  @Override
  public Map<Integer, StatementKey> statements(Collection<Integer> numbers) {
    Map<Integer, StatementKey> found = new HashMap<>();
    numbers.forEach(number -> found.put(number, key(number)));
    return found;
  }

  @Override
  public void keepTexts(Map<StatementKey, StatementText> texts) {}

  @Override
  public Map<StatementKey, StatementText> texts(Collection<StatementKey> keys) {
    Map<StatementKey, StatementText> found = new HashMap<>();
    for (int i = 0; i < TEXTS.size(); i++) {
      if (keys.contains(key(i + 1))) {
        found.put(key(i + 1), new StatementText(TEXTS.get(i), ""));
      }
    }
    return found;
  }

  @Override
  public void append(String instanceId, int hour, byte[] packed) {}

  @Override
  public void keep(String instanceId, int hour, byte[] packed) {}

  @Override
  public List<byte[]> blocks(String instanceId, int hour) {
    byte[] found = blocks.get(hour);
    return found == null ? List.of() : List.of(found);
  }

  @Override
  public List<Integer> inPieces(String instanceId, int beforeHour) {
    return List.of();
  }

  @Override
  public int forget(int beforeHour) {
    return 0;
  }
}
