package org.binnacle.diagnosis.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Two captures side by side, instance by instance. Where each has one instance only these are
/// compared whatever their names: a capture of the sick one with one of the healthy one.
public final class Difference {
  private static final List<String> CHANNEL =
      List.of("channel", "source", "receives", "applies", "behind_s", "error");

  private Difference() {}

  /// One area of one instance: a table of what differs.
  ///
  /// @param name such as `sessions`
  /// @param counts in words, such as `12 new, 3 gone`
  public record Area(String instance, String name, String counts, Grid grid) {}

  /// Areas in the order of a look: sessions, states, locks, top SQL, plans, status, variables,
  /// replication.
  public static List<Area> of(Incident before, Incident after) {
    var areas = new ArrayList<Area>();
    boolean one = before.recorded().size() == 1 && after.recorded().size() == 1;
    for (Recorded now : after.recorded()) {
      var then = one ? Optional.of(before.recorded().getFirst()) : before.of(now.instance().name());
      then.ifPresent(old -> areas(now.instance().name(), old, now, areas));
    }
    return List.copyOf(areas);
  }

  private static void areas(String name, Recorded then, Recorded now, List<Area> into) {
    var all =
        List.of(
            sessions(name, then, now),
            NumberDifference.states(name, then, now),
            tree(name, then, now),
            NumberDifference.topSql(name, then, now),
            plans(name, then, now),
            NumberDifference.status(name, then, now),
            variables(name, then, now),
            replication(name, then, now));
    all.forEach(area -> into.add(comparable(area, then, now)));
  }

  /// Against what was not recorded everything would be new or gone.
  private static Area comparable(Area area, Recorded then, Recorded now) {
    String step = area.name().equals("states") ? "sessions" : area.name();
    boolean first = missing(then, step);
    boolean second = missing(now, step);
    String which =
        first && second ? "in either" : first ? "in the first" : second ? "in the second" : "";
    return which.isEmpty()
        ? area
        : new Area(area.instance(), area.name(), "not recorded " + which, Grid.EMPTY);
  }

  private static boolean missing(Recorded one, String step) {
    if (step.equals("top-sql") && !one.grid("sessions", "by statement").isEmpty()) {
      return false; // they were sampled
    }
    return one.part(step)
        .filter(part -> part.status() != Part.Status.SKIPPED || !part.isEmpty())
        .isEmpty();
  }

  private static Area sessions(String name, Recorded then, Recorded now) {
    return KeyedDifference.of(
        name,
        "sessions",
        then.grid("sessions", "all"),
        now.grid("sessions", "all"),
        line -> line.text("id") + "/" + line.text("thread"),
        List.of("id", "user", "host", "db", "command", "state", "time_us", "sql"),
        Set.of("command", "state"));
  }

  private static Area tree(String name, Recorded then, Recorded now) {
    return KeyedDifference.of(
        name,
        "locks",
        then.grid("locks", "tree"),
        now.grid("locks", "tree"),
        line -> line.text("who"),
        List.of("who", "user", "host", "doing", "blocks", "waits_for", "lock", "sql"),
        Set.of("blocks", "waits_for", "doing"));
  }

  private static Area plans(String name, Recorded then, Recorded now) {
    return KeyedDifference.of(
        name,
        "plans",
        then.grid("plans", "plans"),
        now.grid("plans", "plans"),
        line -> line.text("schema") + "/" + line.text("digest"),
        List.of("schema", "digest", "sql", "plan"),
        Set.of("plan"));
  }

  private static Area variables(String name, Recorded then, Recorded now) {
    return KeyedDifference.of(
        name,
        "variables",
        then.grid("variables", "variables"),
        now.grid("variables", "variables"),
        line -> line.low("name"),
        List.of("name", "value"),
        Set.of("value"));
  }

  /// Only what tells how a channel does: its positions move all the time.
  private static Area replication(String name, Recorded then, Recorded now) {
    return KeyedDifference.of(
        name,
        "replication",
        today(then),
        today(now),
        line -> line.text("channel") + "/" + line.text("source"),
        CHANNEL,
        Set.of("receives", "applies", "behind_s", "error"));
  }

  /// The same columns whatever the release calls them.
  private static Grid today(Recorded one) {
    var rows = new ArrayList<List<String>>();
    for (Grid.Line line : one.grid("replication", "replica").lines()) {
      rows.add(
          List.of(
              first(line, "Channel_Name", "Connection_name"),
              first(line, "Source_Host", "Master_Host")
                  + ":"
                  + first(line, "Source_Port", "Master_Port"),
              first(line, "Replica_IO_Running", "Slave_IO_Running"),
              first(line, "Replica_SQL_Running", "Slave_SQL_Running"),
              first(line, "Seconds_Behind_Source", "Seconds_Behind_Master"),
              first(line, "Last_SQL_Error", "Last_IO_Error")));
    }
    return Grid.of(CHANNEL, rows);
  }

  private static String first(Grid.Line line, String name, String other) {
    return line.text(name).isEmpty() ? line.text(other) : line.text(name);
  }
}
