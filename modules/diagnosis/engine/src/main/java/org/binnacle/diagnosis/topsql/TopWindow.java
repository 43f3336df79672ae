package org.binnacle.diagnosis.topsql;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.binnacle.kernel.InstanceRef;
import org.jspecify.annotations.Nullable;

/// The statements of one stretch of time, of one instance or of several together.
///
/// @param measured how much of it was measured: less than from..to where there are gaps
/// @param rows all statements that ran, the one with the most load first
/// @param others what found no room in the digest table
/// @param lost statements that found no room in it
/// @param gaps stretches that are not known, in words
/// @param missing why an instance tells nothing
/// @param sampled whether it is an estimate from looks at what runs; then `count` is that of looks
///   at which a session ran it, and only load and share mean something
public record TopWindow(
    List<InstanceRef> instances,
    Instant from,
    Instant to,
    Duration measured,
    List<TopRow> rows,
    Counters others,
    long lost,
    List<String> gaps,
    List<Missing> missing,
    boolean sampled) {

  public TopWindow {
    instances = List.copyOf(instances);
    rows = List.copyOf(rows);
    gaps = List.copyOf(gaps);
    missing = List.copyOf(missing);
  }

  /// What the server says beside the counters.
  @FunctionalInterface
  public interface About extends Function<StatementKey, Seen> {}

  /// @param row what the server says since it counts; null where nothing is known
  public record Seen(StatementText text, @Nullable DigestRow row, boolean fresh) {
    public static final Seen NOTHING = new Seen(StatementText.UNKNOWN, null, false);
  }

  public static TopWindow of(InstanceRef instance, Slice slice, About about, List<String> gaps) {
    long whole = total(slice.rows().values()).plus(slice.others()).timeUs();
    var rows = new ArrayList<TopRow>(slice.rows().size());
    slice
        .rows()
        .forEach(
            (key, counters) ->
                rows.add(row(key, counters, slice.length(), whole, about.apply(key))));
    rows.sort(Order.LOAD.comparator());
    return new TopWindow(
        List.of(instance),
        slice.from(),
        slice.to(),
        slice.length(),
        rows,
        slice.others(),
        slice.lost(),
        gaps,
        List.of(),
        false);
  }

  private static TopRow row(
      StatementKey key, Counters counters, Duration measured, long whole, Seen seen) {
    DigestRow row = seen.row();
    return new TopRow(
        key,
        seen.text(),
        counters,
        measured,
        whole == 0 ? 0 : (double) counters.timeUs() / whole,
        seen.fresh(),
        row == null ? Optional.empty() : row.firstSeen(),
        row == null ? Optional.empty() : row.lastSeen(),
        row == null ? 0 : row.maxUs(),
        row == null ? -1 : row.p95Us(),
        row == null ? -1 : row.p99Us());
  }

  /// An instance that tells nothing.
  public static TopWindow missing(InstanceRef instance, Instant at, Missing why) {
    return new TopWindow(
        List.of(instance),
        at,
        at,
        Duration.ZERO,
        List.of(),
        Counters.ZERO,
        0,
        List.of(),
        List.of(why),
        false);
  }

  static Counters total(Collection<Counters> counters) {
    return counters.stream().reduce(Counters.ZERO, Counters::plus);
  }

  /// All together.
  public Counters total() {
    return total(rows.stream().map(TopRow::counters).toList()).plus(others);
  }

  /// Busy sessions on average, Binnacle's own statements only.
  public double ownLoad() {
    return rows.stream().filter(row -> row.text().ours()).mapToDouble(TopRow::load).sum();
  }

  /// The same without Binnacle's own statements; shares stay those of the whole load.
  public TopWindow withoutOurs() {
    return new TopWindow(
        instances,
        from,
        to,
        measured,
        rows.stream().filter(row -> !row.text().ours()).toList(),
        others,
        lost,
        gaps,
        missing,
        sampled);
  }

  /// Busy sessions on average, all statements together.
  public double load() {
    double seconds = measured.toNanos() / 1e9;
    return seconds <= 0 ? 0 : total().timeUs() / 1e6 / seconds;
  }

  public List<TopRow> top(Order order, int rowsAtMost) {
    return rows.stream().sorted(order.comparator()).limit(rowsAtMost).toList();
  }

  /// The same window with texts that have become known.
  public TopWindow with(Map<StatementKey, StatementText> texts) {
    return new TopWindow(
        instances,
        from,
        to,
        measured,
        rows.stream()
            .map(row -> texts.containsKey(row.key()) ? row.with(texts.get(row.key())) : row)
            .toList(),
        others,
        lost,
        gaps,
        missing,
        sampled);
  }

  /// Several instances as one: the same digest in the same schema is one statement. Loads add up.
  public static TopWindow merged(List<TopWindow> windows) {
    if (windows.size() == 1) {
      return windows.getFirst();
    }
    Duration longest =
        windows.stream().map(TopWindow::measured).max(Duration::compareTo).orElse(Duration.ZERO);
    var sums = new HashMap<StatementKey, TopRow>();
    for (TopWindow window : windows) {
      for (TopRow row : window.rows()) {
        sums.merge(row.key(), row, TopWindow::joined);
      }
    }
    long whole =
        total(sums.values().stream().map(TopRow::counters).toList())
            .plus(total(windows.stream().map(TopWindow::others).toList()))
            .timeUs();
    var rows = new ArrayList<TopRow>();
    sums.values().forEach(row -> rows.add(shared(row, longest, whole)));
    rows.sort(Order.LOAD.comparator());
    return new TopWindow(
        windows.stream().flatMap(window -> window.instances().stream()).distinct().toList(),
        windows.stream().map(TopWindow::from).min(Instant::compareTo).orElse(Instant.EPOCH),
        windows.stream().map(TopWindow::to).max(Instant::compareTo).orElse(Instant.EPOCH),
        longest,
        rows,
        total(windows.stream().map(TopWindow::others).toList()),
        windows.stream().mapToLong(TopWindow::lost).sum(),
        windows.stream().flatMap(TopWindow::named).toList(),
        windows.stream().flatMap(window -> window.missing().stream()).distinct().toList(),
        windows.stream().anyMatch(TopWindow::sampled));
  }

  private static Stream<String> named(TopWindow window) {
    return window.gaps().stream().map(gap -> window.instances().getFirst().name() + ": " + gap);
  }

  private static TopRow joined(TopRow one, TopRow other) {
    return new TopRow(
        one.key(),
        one.text().text().isEmpty() ? other.text() : one.text(),
        one.counters().plus(other.counters()),
        one.measured(),
        0,
        one.fresh() && other.fresh(),
        earlier(one, other),
        one.lastSeen()
            .filter(at -> other.lastSeen().filter(at::isBefore).isEmpty())
            .or(other::lastSeen),
        Math.max(one.maxUs(), other.maxUs()),
        Math.max(one.p95Us(), other.p95Us()),
        Math.max(one.p99Us(), other.p99Us()));
  }

  private static Optional<Instant> earlier(TopRow one, TopRow other) {
    return one.firstSeen()
        .filter(at -> other.firstSeen().filter(at::isAfter).isEmpty())
        .or(other::firstSeen);
  }

  private static TopRow shared(TopRow row, Duration measured, long whole) {
    return new TopRow(
        row.key(),
        row.text(),
        row.counters(),
        measured,
        whole == 0 ? 0 : (double) row.counters().timeUs() / whole,
        row.fresh(),
        row.firstSeen(),
        row.lastSeen(),
        row.maxUs(),
        row.p95Us(),
        row.p99Us());
  }
}
