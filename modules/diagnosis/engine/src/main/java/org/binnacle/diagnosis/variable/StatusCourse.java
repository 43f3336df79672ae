package org.binnacle.diagnosis.variable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.binnacle.mysql.Session;

/// Looks at all status variables of one instance after each other. A restart and FLUSH STATUS begin
/// anew. Not safe for several threads.
public final class StatusCourse {
  private Map<String, Long> first = Map.of();
  private Map<String, Long> last = Map.of();
  private long lastNs;

  public List<StatusRow> read(Session session) {
    Map<String, String> texts = new TreeMap<>();
    long began = System.nanoTime();
    session.query(
        session.flavour().engine().status(),
        row -> texts.put(row.text("name", "").toLowerCase(Locale.ROOT), row.text("value", "")));
    return enter(session.server().id(), texts, began);
  }

  /// Takes note of a look.
  ///
  /// @param texts values by name, names in lower case
  /// @param atNs the moment, for measuring lengths
  public List<StatusRow> enter(String instanceId, Map<String, String> texts, long atNs) {
    Map<String, Long> now = new HashMap<>();
    texts.forEach((name, text) -> number(text).ifPresent(value -> now.put(name, value)));
    Map<String, Long> before = last;
    if (Counters.reset(
        name -> Optional.ofNullable(before.get(name)),
        name -> Optional.ofNullable(now.get(name)))) {
      first = Map.of();
      last = Map.of();
    }
    double seconds = (atNs - lastNs) / 1e9;
    var rows = new ArrayList<StatusRow>();
    var anew = new ArrayList<String>();
    for (var entry : texts.entrySet()) {
      Long is = now.get(entry.getKey());
      Long was = last.get(entry.getKey());
      Long once = first.get(entry.getKey());
      if (is != null && was != null && Counters.wentBack(entry.getKey(), was, is)) {
        was = null;
        once = null;
        anew.add(entry.getKey());
      }
      rows.add(
          new StatusRow(
              instanceId,
              entry.getKey(),
              entry.getValue(),
              is == null || was == null || seconds <= 0
                  ? OptionalDouble.empty()
                  : OptionalDouble.of((is - was) / seconds),
              is == null || once == null ? OptionalLong.empty() : OptionalLong.of(is - once)));
    }
    if (first.isEmpty()) {
      first = now;
    } else if (!anew.isEmpty()) {
      first = new HashMap<>(first);
      anew.forEach(name -> first.put(name, now.getOrDefault(name, 0L)));
    }
    last = now;
    lastNs = atNs;
    return List.copyOf(rows);
  }

  private static OptionalLong number(String text) {
    try {
      return text.matches("-?[0-9]{1,18}")
          ? OptionalLong.of(Long.parseLong(text))
          : OptionalLong.empty();
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
