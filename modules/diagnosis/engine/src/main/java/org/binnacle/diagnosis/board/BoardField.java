package org.binnacle.diagnosis.board;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.binnacle.diagnosis.health.Finding;
import org.binnacle.diagnosis.health.Rates;
import org.binnacle.diagnosis.health.Replication;
import org.binnacle.diagnosis.health.Vitals;
import org.binnacle.diagnosis.pulse.Beat;
import org.binnacle.diagnosis.session.Field.Type;
import org.binnacle.diagnosis.session.Span;
import org.binnacle.kernel.InstanceRef;

/// What the fleet board tells of an instance. The key is a word of the board's query, a column of
/// the window and a name in exports; times are microseconds. Keys are never changed.
public enum BoardField {
  SEVERITY("severity", Type.TEXT, (beat, now) -> words(beat)),
  SCORE("score", Type.COUNT, (beat, now) -> beat.looks() == 0 ? null : (long) beat.score()),
  INSTANCE("instance", Type.TEXT, (beat, now) -> beat.instance().name()),
  CLUSTER("cluster", Type.TEXT, (beat, now) -> beat.instance().cluster()),
  ENV("env", Type.TEXT, (beat, now) -> beat.instance().environment()),
  ROLE("role", Type.TEXT, (beat, now) -> beat.vitals().isEmpty() ? "" : beat.role().words()),
  VERSION("version", Type.TEXT, (beat, now) -> beat.version()),
  CONNECTED("connected", Type.COUNT, (beat, now) -> known(beat, v -> v.load().connected())),
  MAX("max", Type.COUNT, (beat, now) -> known(beat, v -> v.load().max())),
  FILL("fill", Type.COUNT, (beat, now) -> fill(beat)),
  ACTIVE("active", Type.COUNT, (beat, now) -> known(beat, Vitals::active)),
  RUNNING("running", Type.COUNT, (beat, now) -> known(beat, v -> v.load().running())),
  QPS("qps", Type.COUNT, (beat, now) -> rate(beat, Rates::qps)),
  TPS("tps", Type.COUNT, (beat, now) -> rate(beat, Rates::tps)),
  LAG("lag", Type.SPAN, (beat, now) -> known(beat, v -> us(v.lagS().orElse(-1)))),
  WAITS("waits", Type.COUNT, (beat, now) -> known(beat, Vitals::lockWaits)),
  TRX("trx", Type.SPAN, (beat, now) -> open(beat, Vitals.Open::oldestS)),
  IDLE_TRX("idle-trx", Type.SPAN, (beat, now) -> open(beat, Vitals.Open::idleS)),
  OLDEST("oldest", Type.SPAN, (beat, now) -> oldest(beat)),
  HISTORY("history", Type.COUNT, (beat, now) -> known(beat, v -> v.history().orElse(-1))),
  UPTIME("uptime", Type.SPAN, (beat, now) -> known(beat, v -> us(v.uptime().toSeconds()))),
  PROBLEM("problem", Type.TEXT, (beat, now) -> beat.problem()),
  TERM("term", Type.TEXT, (beat, now) -> terms(beat)),
  AGE("age", Type.SPAN, (beat, now) -> age(beat, now)),
  TOOK("took", Type.SPAN, (beat, now) -> known(beat, v -> v.took().toNanos() / 1000));

  private final String key;
  private final Type type;

  @SuppressWarnings("ImmutableEnumChecker") // a function without state
  private final BiFunction<Beat, Instant, Object> value;

  BoardField(String key, Type type, BiFunction<Beat, Instant, Object> value) {
    this.key = key;
    this.type = type;
    this.value = value;
  }

  public String key() {
    return key;
  }

  public Type type() {
    return type;
  }

  /// The name in exports.
  public String exported() {
    String name = key.replace('-', '_');
    return type == Type.SPAN ? name + "_us" : name;
  }

  public static Optional<BoardField> of(String key) {
    return Arrays.stream(values()).filter(field -> field.key.equalsIgnoreCase(key)).findFirst();
  }

  public static List<String> keys() {
    return Arrays.stream(values()).map(BoardField::key).toList();
  }

  /// The number; empty for a text, and where it is not known.
  public Optional<Long> number(Beat beat, Instant now) {
    return type == Type.TEXT
        ? Optional.empty()
        : Optional.ofNullable((Long) value.apply(beat, now)).filter(number -> number >= 0);
  }

  /// As people read it; empty where it is not known.
  public String text(Beat beat, Instant now) {
    return switch (type) {
      case TEXT -> String.valueOf(value.apply(beat, now));
      case COUNT ->
          number(beat, now).map(number -> String.format(Locale.ROOT, "%,d", number)).orElse("");
      case SPAN ->
          number(beat, now)
              .map(us -> us % 1_000_000 == 0 ? Span.wholeSeconds(us) : Span.words(us))
              .orElse("");
    };
  }

  /// `critical`, `down`, `?`, `warning`, `notice`, `ok`.
  public static String words(Beat beat) {
    return switch (beat.severity()) {
      case CRITICAL -> beat.down() ? "down" : "critical";
      case UNKNOWN -> "?";
      case WARNING -> "warning";
      case NOTICE -> "notice";
      case OK -> "ok";
    };
  }

  private interface Figure {
    long of(Vitals vitals);
  }

  private interface Rate {
    double of(Rates rates);
  }

  private interface Age {
    long of(Vitals.Open open);
  }

  private static Long known(Beat beat, Figure figure) {
    return beat.fresh().map(figure::of).orElse(-1L);
  }

  private static Long rate(Beat beat, Rate rate) {
    double value = beat.fresh().map(seen -> rate.of(seen.rates())).orElse(Double.NaN);
    return Double.isNaN(value) ? -1L : Math.round(value);
  }

  private static Long open(Beat beat, Age age) {
    return us(beat.fresh().flatMap(Vitals::open).map(age::of).orElse(-1L));
  }

  private static Long oldest(Beat beat) {
    return us(
        beat.fresh().stream()
            .flatMap(seen -> seen.longest().stream())
            .mapToLong(Vitals.Running::timeS)
            .max()
            .orElse(-1));
  }

  private static Long us(long seconds) {
    return seconds < 0 ? -1L : seconds * 1_000_000;
  }

  private static Long fill(Beat beat) {
    return known(beat, v -> v.load().max() <= 0 ? -1 : 100 * v.load().connected() / v.load().max());
  }

  private static String terms(Beat beat) {
    return beat.health().findings().stream().map(Finding::term).collect(Collectors.joining(" "));
  }

  private static Long age(Beat beat, Instant now) {
    return beat.at()
        .map(at -> Math.max(0, Duration.between(at, now).toMillis()) * 1000)
        .orElse(-1L);
  }

  /// Whether its figures are older than three intervals and a second; not where it is known to be
  /// down, which is no old news.
  public static boolean stale(Beat beat, Instant now) {
    Duration old = beat.interval().multipliedBy(3).plusSeconds(1);
    return !beat.down()
        && beat.at().filter(at -> Duration.between(at, now).compareTo(old) > 0).isPresent();
  }

  /// Such as `498/500`.
  public static String connections(Beat beat) {
    return beat.fresh()
        .filter(seen -> seen.load().connected() >= 0)
        .map(seen -> seen.load().connected() + "/" + seen.load().max())
        .orElse("");
  }

  /// The lag, or which half of replication does not run: `applier stopped`.
  public static String lag(Beat beat) {
    return lag(beat, Replication.Channel::stopped);
  }

  /// The same for a column of a figure's width: `SQL off`, `IO off`, `off`.
  public static String lagInShort(Beat beat) {
    return lag(
        beat,
        channel ->
            channel.applying()
                ? (channel.receiving() ? "" : "IO off")
                : channel.receiving() ? "SQL off" : "off");
  }

  private static String lag(Beat beat, Function<Replication.Channel, String> stopped) {
    return beat.fresh()
        .map(
            seen ->
                seen.replication().channels().stream()
                    .map(stopped)
                    .filter(words -> !words.isEmpty())
                    .findFirst()
                    .orElseGet(
                        () ->
                            seen.lagS().stream().mapToObj(BoardField::span).findFirst().orElse("")))
        .orElse("");
  }

  /// What the lag is, channel by channel: which thread is stopped and by which error, and whether a
  /// heartbeat table or the server itself counts; empty where nothing is applied.
  public static String lagWords(Beat beat) {
    return beat.fresh().stream()
        .flatMap(seen -> seen.replication().channels().stream())
        .map(BoardField::words)
        .collect(Collectors.joining("\n"));
  }

  private static String words(Replication.Channel channel) {
    var parts = new ArrayList<String>();
    String stopped = stopped(channel);
    if (!stopped.isEmpty()) {
      String number = channel.errno() == 0 ? "" : ": error " + channel.errno();
      String text = channel.error().isEmpty() ? "" : ": " + channel.error();
      parts.add(stopped + number + text);
    }
    String by =
        channel.byHeartbeat()
            ? "by heartbeat table " + channel.lagBy()
            : "by the server's own count";
    parts.add(
        channel.lagS().isPresent()
            ? span(channel.lagS().getAsLong()) + " behind, " + by
            : "lag not known to the server");
    String name = channel.name().isEmpty() ? "" : "channel " + channel.name() + ": ";
    return name + String.join("; ", parts);
  }

  private static String stopped(Replication.Channel channel) {
    if (channel.applying()) {
      return channel.receiving() ? "" : "the receiver (IO thread) is stopped";
    }
    return channel.receiving()
        ? "the applier (SQL thread) is stopped"
        : "receiver and applier (IO and SQL thread) are stopped";
  }

  private static String span(long seconds) {
    return Span.wholeSeconds(seconds * 1_000_000);
  }

  /// The name as it stands in an inventory, with its environment.
  public static String whose(InstanceRef instance) {
    return instance.environment().isEmpty()
        ? instance.name()
        : instance.name() + " (" + instance.environment() + ")";
  }
}
