package org.binnacle.diagnosis.incident.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.diagnosis.innodb.InnoDb;
import org.binnacle.diagnosis.variable.Counters;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.Session;
import org.jspecify.annotations.Nullable;

/// The global status at the beginning and at the end, and the difference; beside it the counters of
/// InnoDB that the status lacks.
public final class StatusStep implements Step {
  private final Map<String, String> first = new TreeMap<>();
  private final Map<String, String> second = new TreeMap<>();
  private final Map<String, String> firstMetrics = new TreeMap<>();
  private final Map<String, String> secondMetrics = new TreeMap<>();
  private long firstNs;
  private long secondNs;

  @Override
  public String name() {
    return "status";
  }

  @Override
  public String words() {
    return "Global status";
  }

  @Override
  public void take(Session session, Context context, int round) {
    ask(session, session.flavour().incident().status(), round == 0 ? first : second);
    if (round == 0) {
      firstNs = System.nanoTime();
    } else {
      secondNs = System.nanoTime();
    }
    if (session.facts().can(Capability.PROCESS)) {
      ask(
          session,
          session.flavour().engine().metrics(InnoDb.metrics()),
          round == 0 ? firstMetrics : secondMetrics);
    }
  }

  private static void ask(Session session, String sql, Map<String, String> into) {
    session
        .query(sql, row -> Map.entry(row.text("name", ""), row.text("value", "")))
        .forEach(entry -> into.put(entry.getKey().toLowerCase(Locale.ROOT), entry.getValue()));
  }

  @Override
  public Content content() {
    if (first.isEmpty()) {
      return Content.empty();
    }
    var rows = new ArrayList<List<String>>();
    double seconds = second.isEmpty() ? 0 : (secondNs - firstNs) / 1e9;
    boolean reset =
        Counters.reset(name -> number(first.get(name)), name -> number(second.get(name)));
    first.forEach((name, value) -> rows.add(row(name, value, seconds, reset)));
    var metrics = new ArrayList<List<String>>();
    firstMetrics.forEach(
        (name, value) -> metrics.add(List.of(name, value, secondMetrics.getOrDefault(name, ""))));
    long measuredUs = second.isEmpty() ? 0 : (secondNs - firstNs) / 1_000;
    return Content.empty()
        .grid("status", Grid.of(List.of("name", "first", "last", "delta", "per_s"), rows))
        .grid("innodb metrics", Grid.of(List.of("name", "first", "last"), metrics))
        .grid("window", Grid.of(List.of("measured_us"), List.of(List.of("" + measuredUs))));
  }

  private static Optional<Long> number(@Nullable String text) {
    return text != null && text.matches("[0-9]{1,18}")
        ? Optional.of(Long.parseLong(text))
        : Optional.empty();
  }

  /// Over a reset there is no difference: neither a negative one nor one that is too small.
  private List<String> row(String name, String value, double seconds, boolean reset) {
    String last = second.getOrDefault(name, "");
    try {
      long delta = Long.parseLong(last) - Long.parseLong(value);
      if (reset || Counters.wentBack(name, Long.parseLong(value), Long.parseLong(last))) {
        return List.of(name, value, last, "", "");
      }
      return List.of(
          name,
          value,
          last,
          String.valueOf(delta),
          seconds <= 0 ? "" : String.format(Locale.ROOT, "%.1f", delta / seconds));
    } catch (NumberFormatException noNumber) {
      return List.of(name, value, last, "", "");
    }
  }
}
