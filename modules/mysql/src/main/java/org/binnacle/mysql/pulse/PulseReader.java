package org.binnacle.mysql.pulse;

import java.util.ArrayList;
import java.util.EnumMap;
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

  private final PulseSql sql;
  private final Map<Figure, Long> figures = new EnumMap<>(Figure.class);
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
    String name = row.text("name", "");
    switch (name) {
      case "doing" -> doing(row.text("value", "").split("\t", 4)).ifPresent(doing::add);
      case "longest" -> longest(row.text("value", "").split("\t", 5)).ifPresent(longest::add);
      default -> figure(name, row);
    }
    return true;
  }

  private void figure(String name, Row row) {
    Optional<Figure> figure = Figure.of(name);
    OptionalLong value = row.number("value");
    if (figure.isPresent() && value.isPresent()) {
      figures.put(figure.get(), value.getAsLong());
    }
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
    long dumps =
        doing.stream()
            .filter(one -> one.command().startsWith(DUMP))
            .mapToLong(Pulse.Doing::many)
            .sum();
    return new Pulse(
        new Figures(figures),
        sees,
        doing.stream().filter(one -> !one.command().startsWith(DUMP)).toList(),
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
