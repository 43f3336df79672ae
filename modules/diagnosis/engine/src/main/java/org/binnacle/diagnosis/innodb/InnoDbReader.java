package org.binnacle.diagnosis.innodb;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.binnacle.diagnosis.lock.Denied;
import org.binnacle.mysql.Accounts;
import org.binnacle.mysql.Ask;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.EngineWords;
import org.binnacle.mysql.Row;
import org.binnacle.mysql.Session;

/// Reads InnoDB's counters in one round trip: some ninety values by name.
public final class InnoDbReader {
  private final Clock clock;

  public InnoDbReader(Clock clock) {
    this.clock = clock;
  }

  public InnoDbLook read(Session session) {
    EngineWords words = session.flavour().engine();
    Map<String, Long> status = new HashMap<>();
    Map<String, Long> metrics = new HashMap<>();
    Map<String, String> variables = new HashMap<>();
    var latches = new ArrayList<Latch>();
    var asks = new ArrayList<Ask<?>>();
    asks.add(numbers(words.status(Names.STATUS), status));
    asks.add(
        new Ask<>(
            words.variables(Names.VARIABLES),
            row -> variables.put(name(row), row.text("value", "")),
            ignored -> {}));
    if (session.facts().can(Capability.PROCESS)) {
      asks.add(numbers(words.metrics(Names.METRICS), metrics));
    }
    words
        .latches(session.facts())
        .ifPresent(
            sql ->
                asks.add(
                    new Ask<>(
                        sql,
                        row ->
                            new Latch(
                                row.text("name", ""), row.number("n", 0), row.number("time_us", 0)),
                        latches::addAll)));
    long began = System.nanoTime();
    session.round(asks);
    long took = System.nanoTime() - began;
    return new InnoDbLook(
        session.server().ref(),
        clock.instant(),
        began + took / 2,
        Duration.ofNanos(took),
        status,
        metrics,
        variables,
        latches,
        denied(session));
  }

  private static String name(Row row) {
    return row.text("name", "").toLowerCase(Locale.ROOT);
  }

  private static Ask<?> numbers(String sql, Map<String, Long> into) {
    return new Ask<>(
        sql,
        row -> {
          row.number("value").ifPresent(value -> into.put(name(row), value));
          return true;
        },
        ignored -> {});
  }

  private static List<Denied> denied(Session session) {
    var facts = session.facts();
    if (facts.can(Capability.PROCESS)) {
      return List.of();
    }
    return session.flavour().neededGrants(Accounts.quote(facts.account())).stream()
        .filter(needed -> needed.capability() == Capability.PROCESS)
        .map(
            needed ->
                new Denied(
                    "history list, deadlocks and the counters of INNODB_METRICS", needed.sql()))
        .toList();
  }
}
