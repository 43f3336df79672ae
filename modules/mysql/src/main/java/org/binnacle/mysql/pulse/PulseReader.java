package org.binnacle.mysql.pulse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.binnacle.mysql.Ask;
import org.binnacle.mysql.Row;

/// Puts a pulse together from the answers of one round.
final class PulseReader {
  private static final String DUMP = "Binlog Dump";
  private static final Comparator<Pulse.Doing> MOST_FIRST =
      Comparator.comparingLong(Pulse.Doing::many).reversed();
  private static final Comparator<Pulse.Longest> LONGEST_FIRST =
      Comparator.comparingLong(Pulse.Longest::timeS).reversed();

  private final PulseSql sql;
  private final Figures.Draft figures = new Figures.Draft();
  private long room = Long.MAX_VALUE;
  private final List<Pulse.Doing> doing = new ArrayList<>();
  private final List<Pulse.Longest> longest = new ArrayList<>();
  private Optional<Pulse.Transactions> transactions = Optional.empty();
  private Optional<Pulse.Blocker> blocker = Optional.empty();
  private Optional<List<Pulse.Channel>> channels = Optional.empty();
  private Optional<Pulse.Engine> engine = Optional.empty();
  private OptionalLong variables = OptionalLong.empty();
  private OptionalLong heartbeatS = OptionalLong.empty();

  PulseReader(PulseSql sql) {
    this.sql = sql;
  }

  List<Ask<?>> asks(Set<PulsePart> parts) {
    var asks = new ArrayList<Ask<?>>();
    if (parts.contains(PulsePart.CLIENTS)) {
      asks.add(new Ask<>(sql.withClients().orElse(sql.figures()), this::light, rows -> {}));
    } else if (parts.contains(PulsePart.LIGHT)) {
      asks.add(new Ask<>(sql.figures(), this::light, rows -> {}));
    }
    if (parts.contains(PulsePart.TRANSACTIONS)) {
      sql.transactions()
          .ifPresent(
              text ->
                  asks.add(
                      new Ask<>(
                          text,
                          PulseReader::transactions,
                          rows -> transactions = rows.stream().findFirst())));
    }
    if (parts.contains(PulsePart.BLOCKERS)) {
      sql.blockers()
          .ifPresent(
              text ->
                  asks.add(
                      new Ask<>(
                          text,
                          PulseReader::blocker,
                          rows -> blocker = rows.stream().findFirst())));
    }
    if (parts.contains(PulsePart.ENGINE)) {
      sql.engine().ifPresent(text -> asks.add(engine(text)));
    }
    if (parts.contains(PulsePart.VARIABLES)) {
      asks.add(
          new Ask<>(
              sql.variables(),
              row -> row.number("hash"),
              rows -> variables = rows.isEmpty() ? OptionalLong.empty() : rows.getFirst()));
    }
    return asks;
  }

  Ask<?> replication(String text) {
    return new Ask<>(text, Pulse.Channel::read, rows -> channels = Optional.of(rows));
  }

  /// A clock of the source that goes ahead is no lag.
  Ask<?> heartbeat(String text) {
    return new Ask<>(
        text,
        row -> row.number("late_s"),
        rows ->
            heartbeatS =
                rows.isEmpty() || rows.getFirst().isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(Math.max(0, rows.getFirst().getAsLong())));
  }

  private boolean light(Row row) {
    room = row.number("room", 0);
    row.number("max_connections").ifPresent(most -> figures.put(Figure.MAX_CONNECTIONS, most));
    row.number("read_only").ifPresent(only -> figures.put(Figure.READ_ONLY, only));
    String text = row.text("told", "");
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      line(text, start, end);
      start = end + 1;
    }
    return true;
  }

  private void line(String text, int start, int end) {
    int tab = text.indexOf('\t', start);
    if (tab < 0 || tab >= end) {
      return;
    }
    String name = text.substring(start, tab);
    String value = text.substring(tab + 1, end);
    switch (name) {
      case "doing" -> doing(value.split("\t", 4)).ifPresent(doing::add);
      case "longest" -> longest(value.split("\t", 5)).ifPresent(longest::add);
      default -> figure(name, value);
    }
  }

  private void figure(String name, String value) {
    Figure figure = Figure.of(name);
    if (figure != null) {
      OptionalLong number = whole(value);
      if (number.isPresent()) {
        figures.put(figure, number.getAsLong());
      }
    }
  }

  /// An unsigned one beyond the range of long is cut to it; empty for what is no number.
  private static OptionalLong whole(String text) {
    boolean digits = !text.isEmpty();
    for (int i = 0; i < text.length() && digits; i++) {
      digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    if (!digits) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return OptionalLong.of(Long.MAX_VALUE);
    }
  }

  /// Whether figures may be cut, since the server has no room for them.
  boolean cramped() {
    return room < PulseSql.ROOM;
  }

  long room() {
    return room;
  }

  private static Optional<Pulse.Doing> doing(String[] told) {
    return told.length < 4
        ? Optional.empty()
        : Optional.of(new Pulse.Doing(told[2], told[3], number(told[0]), number(told[1])));
  }

  private static Optional<Pulse.Longest> longest(String[] told) {
    return told.length < 5
        ? Optional.empty()
        : Optional.of(
            new Pulse.Longest(number(told[0]), told[2], number(told[1]), told[3], told[4]));
  }

  /// Not negative; 0 for what is no number of this range.
  private static long number(String text) {
    try {
      return Math.max(0, Long.parseLong(text));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static Pulse.Transactions transactions(Row row) {
    return new Pulse.Transactions(
        row.number("oldest_s", -1),
        row.number("oldest_id", 0),
        row.number("idle_s", -1),
        row.number("idle_id", 0),
        row.text("idle_user", ""),
        row.number("wait_s", -1));
  }

  private static Pulse.Blocker blocker(Row row) {
    return new Pulse.Blocker(
        row.number("id", 0), row.text("user", ""), row.number("age_s", -1), row.number("many", 0));
  }

  private Ask<?> engine(String text) {
    Map<String, Long> values = new HashMap<>();
    return new Ask<>(
        text,
        row -> values.put(row.text("name", ""), row.number("value", 0)),
        rows ->
            engine =
                Optional.of(
                    new Pulse.Engine(
                        values.getOrDefault("history", -1L),
                        values.getOrDefault("deadlocks", -1L))));
  }

  Pulse pulse() {
    boolean sees = sql.withClients().isPresent();
    long dumps = 0;
    var clients = new ArrayList<Pulse.Doing>(doing.size());
    for (Pulse.Doing one : doing) {
      if (one.command().startsWith(DUMP)) {
        dumps += one.many();
      } else {
        clients.add(one);
      }
    }
    // GROUP_CONCAT keeps no order.
    clients.sort(MOST_FIRST);
    longest.sort(LONGEST_FIRST);
    return new Pulse(
        figures.done(),
        sees,
        clients,
        sees ? dumps : -1,
        longest,
        transactions,
        blocker,
        channels,
        engine,
        variables,
        heartbeatS);
  }
}
