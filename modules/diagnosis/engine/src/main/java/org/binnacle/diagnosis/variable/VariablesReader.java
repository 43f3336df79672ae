package org.binnacle.diagnosis.variable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.binnacle.diagnosis.lock.Denied;
import org.binnacle.mysql.Accounts;
import org.binnacle.mysql.Ask;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.EngineWords;
import org.binnacle.mysql.Row;
import org.binnacle.mysql.ServerFacts;
import org.binnacle.mysql.Session;

/// Reads all global variables with where they came from, in one round trip.
public final class VariablesReader {
  private final Clock clock;

  public VariablesReader(Clock clock) {
    this.clock = clock;
  }

  /// What stands beside a value.
  private record About(
      Origin origin, String path, Optional<Instant> setAt, String setBy, String range) {}

  public VariablesLook read(Session session) {
    ServerFacts facts = session.facts();
    EngineWords words = session.flavour().engine();
    var plain = new ArrayList<Variable>();
    Map<String, About> about = new HashMap<>();
    Map<String, String> persisted = new HashMap<>();
    var asks = new ArrayList<Ask<?>>();
    var known = ReadOnlyVariables.of(facts);
    asks.add(new Ask<>(words.variables(), row -> variable(row, known), plain::addAll));
    words
        .origins(facts)
        .ifPresent(
            sql -> asks.add(new Ask<>(sql, row -> about.put(name(row), about(row)), none -> {})));
    words
        .persisted(facts)
        .ifPresent(
            sql ->
                asks.add(
                    new Ask<>(
                        sql, row -> persisted.put(name(row), row.text("value", "")), none -> {})));
    long began = System.nanoTime();
    session.round(asks);
    List<Variable> variables =
        plain.stream()
            .map(
                one ->
                    with(
                        one, about.get(one.name()), Optional.ofNullable(persisted.get(one.name()))))
            .sorted(Comparator.comparing(Variable::name))
            .toList();
    return new VariablesLook(
        session.server().ref(),
        clock.instant(),
        Duration.ofNanos(System.nanoTime() - began),
        facts.version(),
        variables,
        notes(facts),
        denied(session));
  }

  private static String name(Row row) {
    return row.text("name", "").toLowerCase(Locale.ROOT);
  }

  private static Variable variable(Row row, ReadOnlyVariables known) {
    String name = name(row);
    Optional<Boolean> dynamic =
        row.text("read_only")
            .map(word -> !word.equalsIgnoreCase("YES"))
            .or(() -> known.dynamic(name));
    About about = about(row);
    return new Variable(
        name,
        row.text("value", ""),
        about.origin(),
        about.path(),
        row.text("default_value"),
        dynamic,
        Optional.empty(),
        "",
        Optional.empty(),
        row.text("options").filter(words -> !words.isEmpty()).orElse(about.range()),
        row.text("comment", ""));
  }

  private static About about(Row row) {
    String least = row.text("min_value", "");
    String most = row.text("max_value", "");
    boolean bounded = !most.isEmpty() && !(least.equals("0") && most.equals("0"));
    String user = row.text("set_user", "");
    Origin origin = Origin.of(row.text("source", ""));
    return new About(
        origin,
        row.text("path", ""),
        // Without a user the time is that of the server's start.
        user.isEmpty() ? Optional.empty() : row.instant("set_at"),
        by(user, row.text("set_host", "")),
        bounded ? least + " to " + most : "");
  }

  /// `app@10.0.4.9`; the host is not told of a socket.
  public static String by(String user, String host) {
    return user.isEmpty() || host.isEmpty() ? user : user + "@" + host;
  }

  private static Variable with(
      Variable one, @org.jspecify.annotations.Nullable About about, Optional<String> persisted) {
    About told =
        about == null
            ? new About(one.origin(), one.path(), Optional.empty(), "", one.range())
            : about;
    return new Variable(
        one.name(),
        one.value(),
        told.origin(),
        told.path(),
        told.origin() == Origin.DEFAULT && one.usual().isEmpty()
            ? Optional.of(one.value())
            : one.usual(),
        one.dynamic(),
        told.setAt(),
        told.setBy(),
        persisted,
        told.range(),
        one.comment());
  }

  private static List<String> notes(ServerFacts facts) {
    if (facts.mariaDb()) {
      return List.of("MariaDB does not tell who set a variable, nor when.");
    }
    return facts.number().atLeast(8, 0, 0)
        ? List.of()
        : List.of(
            "MySQL 5.7 does not tell where values came from; what changed since the last look is"
                + " marked.");
  }

  private static List<Denied> denied(Session session) {
    ServerFacts facts = session.facts();
    if (facts.mariaDb()
        || !facts.performanceSchema()
        || !facts.number().atLeast(8, 0, 0)
        || facts.can(Capability.PERFORMANCE_SCHEMA)) {
      return List.of();
    }
    return session.flavour().neededGrants(Accounts.quote(facts.account())).stream()
        .filter(needed -> needed.capability() == Capability.PERFORMANCE_SCHEMA)
        .map(needed -> new Denied("where variables were set, when and by whom", needed.sql()))
        .toList();
  }
}
