package org.binnacle.diagnosis.incident;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.binnacle.diagnosis.health.Vitals;
import org.binnacle.diagnosis.trend.LastMinutes;
import org.binnacle.diagnosis.trend.Metric;

/// The first part of an incident: what the fleet's looks had in memory of the ten minutes before.
/// It costs the server nothing, and is there even where it does not answer any more.
public final class RingPart {
  public static final String STEP = "ring";
  static final String WORDS = "The ten minutes before";
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

  /// A look is taken to hold for so long; longer is a gap.
  private static final int HOLDS_S = 12;

  private static final int MOST_S = (int) LastMinutes.KEPT.toSeconds() + HOLDS_S;

  private RingPart() {}

  static Part of(LastMinutes.Past past) {
    Map<String, Grid> grids = new LinkedHashMap<>();
    grids.put("figures", figures(past.moments()));
    grids.put("states", states(past.scenes()));
    grids.put("rows", rows(past.scenes()));
    long cells =
        grids.values().stream().mapToLong(grid -> (long) grid.size() * grid.columns().size()).sum();
    return new Part(STEP, 1, Part.Status.OK, "", 0, cells * 5, grids, Map.of());
  }

  /// What was known by a moment; empty where nothing was.
  static Optional<Part> until(LastMinutes.Past past, Instant end) {
    var moments = past.moments().stream().filter(one -> !one.at().isAfter(end)).toList();
    var scenes = past.scenes().stream().filter(one -> !one.at().isAfter(end)).toList();
    return moments.isEmpty()
        ? Optional.empty()
        : Optional.of(of(new LastMinutes.Past(moments, scenes)));
  }

  private static String at(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static Grid figures(List<LastMinutes.Moment> moments) {
    var columns = new ArrayList<String>();
    columns.add("at");
    Arrays.stream(Metric.values()).map(Metric::key).forEach(columns::add);
    columns.add("fault");
    var rows = new ArrayList<List<String>>();
    for (LastMinutes.Moment moment : moments) {
      var cells = new ArrayList<String>(columns.size());
      cells.add(at(moment.at()));
      for (Metric metric : Metric.values()) {
        cells.add(number(moment.figures().getOrDefault(metric, Double.NaN)));
      }
      cells.add(moment.fault());
      rows.add(cells);
    }
    return Grid.of(columns, rows);
  }

  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    return value == Math.rint(value)
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.2f", value);
  }

  private static Grid states(List<LastMinutes.Scene> scenes) {
    var rows = new ArrayList<List<String>>();
    for (LastMinutes.Scene scene : scenes) {
      for (Vitals.Busy busy : scene.busy()) {
        rows.add(
            List.of(
                at(scene.at()),
                busy.command(),
                busy.state(),
                String.valueOf(busy.many()),
                String.valueOf(busy.longestS())));
      }
    }
    return Grid.of(List.of("at", "command", "state", "many", "longest_s"), rows);
  }

  private static Grid rows(List<LastMinutes.Scene> scenes) {
    var rows = new ArrayList<List<String>>();
    for (LastMinutes.Scene scene : scenes) {
      for (Vitals.Running running : scene.longest()) {
        rows.add(
            List.of(
                at(scene.at()),
                String.valueOf(running.id()),
                running.user(),
                String.valueOf(running.timeS()),
                running.state(),
                running.sql()));
      }
    }
    return Grid.of(List.of("at", "id", "user", "time_s", "state", "sql"), rows);
  }

  /// The recorded figures second by second.
  public record Figures(Instant from, Duration step, int length, Map<Metric, double[]> values) {

    /// Empty where it was never known.
    public double[] of(Metric metric) {
      return values.getOrDefault(metric, new double[0]);
    }
  }

  /// Reads them; empty where none were recorded.
  public static Optional<Figures> figures(Recorded one) {
    Grid grid = one.grid(STEP, "figures");
    List<Instant> times = grid.lines().stream().flatMap(line -> instant(line).stream()).toList();
    if (times.isEmpty() || times.size() != grid.size()) {
      return Optional.empty();
    }
    Instant from = times.getFirst();
    int length = Math.clamp(Duration.between(from, times.getLast()).toSeconds() + 1, 1, MOST_S);
    Map<Metric, double[]> values = new LinkedHashMap<>();
    for (Metric metric : Metric.values()) {
      double[] line = line(grid, times, metric, length);
      if (Arrays.stream(line).anyMatch(value -> !Double.isNaN(value))) {
        values.put(metric, line);
      }
    }
    return Optional.of(new Figures(from, Duration.ofSeconds(1), length, values));
  }

  private static double[] line(Grid grid, List<Instant> times, Metric metric, int length) {
    var values = new double[length];
    Arrays.fill(values, Double.NaN);
    List<Grid.Line> lines = grid.lines();
    for (int i = 0; i < lines.size(); i++) {
      long first = Duration.between(times.getFirst(), times.get(i)).toSeconds();
      long next =
          i + 1 < lines.size()
              ? Duration.between(times.getFirst(), times.get(i + 1)).toSeconds()
              : first + 1;
      double value = lines.get(i).decimal(metric.key()).orElse(Double.NaN);
      long end = Math.min(length, Math.min(Math.max(next, first + 1), first + HOLDS_S));
      for (long second = Math.max(0, first); second < end; second++) {
        values[(int) second] = value;
      }
    }
    return values;
  }

  private static Optional<Instant> instant(Grid.Line line) {
    try {
      return Optional.of(Instant.parse(line.text("at")));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// What clients did, a line for each moment, the newest first: `12:03:10 41 updating, 12 Sending
  /// data #88213 app 372 s UPDATE ...`.
  public static List<String> words(Recorded one) {
    Map<String, StringBuilder> lines = new LinkedHashMap<>();
    for (Grid.Line line : one.grid(STEP, "states").lines()) {
      var words = lines.computeIfAbsent(line.text("at"), at -> new StringBuilder());
      words.append(words.isEmpty() ? "" : ", ").append(line.text("many")).append(' ');
      words.append(line.text("state").isEmpty() ? line.text("command") : line.text("state"));
    }
    for (Grid.Line line : one.grid(STEP, "rows").lines()) {
      var words = lines.computeIfAbsent(line.text("at"), at -> new StringBuilder());
      if (words.indexOf("   #") < 0) {
        words.append("   #").append(line.text("id")).append(' ').append(line.text("user"));
        words.append(' ').append(line.text("time_s")).append(" s ");
        words.append(line.text("sql").replaceAll("\\s+", " "));
      }
    }
    var words = new ArrayList<String>();
    lines.forEach((at, line) -> words.add(clock(at) + "  " + line));
    return words.reversed();
  }

  private static String clock(String at) {
    try {
      return CLOCK.format(Instant.parse(at));
    } catch (DateTimeException e) {
      return at;
    }
  }
}
