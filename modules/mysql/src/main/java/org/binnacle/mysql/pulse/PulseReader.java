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
  private Optional<List<Pulse.Channel>> channels = Optional.empty();
  private Optional<Pulse.Engine> engine = Optional.empty();
  private OptionalLong variables = OptionalLong.empty();

  PulseReader(PulseSql sql) {
    this.sql = sql;
  }

  List<Ask<?>> asks(Set<PulsePart> parts) {
    var asks = new ArrayList<Ask<?>>();
    if (parts.contains(PulsePart.LIGHT)) {
      asks.add(new Ask<>(sql.figures(), this::figure, rows -> {}));
    }
    if (parts.contains(PulsePart.CLIENTS)) {
      sql.doing().ifPresent(text -> asks.add(new Ask<>(text, PulseReader::doing, doing::addAll)));
      sql.longest()
          .ifPresent(text -> asks.add(new Ask<>(text, PulseReader::longest, longest::addAll)));
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

  private boolean figure(Row row) {
    Optional<Figure> figure = Figure.of(row.text("name", ""));
    OptionalLong value = row.number("value");
    if (figure.isPresent() && value.isPresent()) {
      figures.put(figure.get(), value.getAsLong());
    }
    return true;
  }

  private static Pulse.Doing doing(Row row) {
    return new Pulse.Doing(
        row.text("command", ""),
        row.text("state", ""),
        row.number("many", 0),
        Math.max(0, row.number("longest_s", 0)));
  }

  private static Pulse.Longest longest(Row row) {
    return new Pulse.Longest(
        row.number("id", 0),
        row.text("user", ""),
        Math.max(0, row.number("time_s", 0)),
        row.text("state", ""),
        row.text("info", ""));
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
    boolean sees = sql.doing().isPresent();
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
        channels,
        engine,
        variables);
  }
}
