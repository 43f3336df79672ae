package org.binnacle.diagnosis.kill;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.Server;

/// A preview: the exact victims as they were at one moment, and what would be sent.
public record KillPlan(Server server, Verb verb, List<Victim> victims, Instant at) {
  /// From so many rows to roll back on, the name is typed on any instance.
  public static final long MANY_ROWS = 1_000_000;

  /// So long a preview can be acted upon; then it has to be read again.
  public static final Duration HOLDS = Duration.ofMinutes(10);

  public KillPlan {
    victims = List.copyOf(victims);
  }

  public InstanceRef instance() {
    return server.ref();
  }

  /// Those that will be killed if they are unchanged then.
  public List<Victim> going() {
    return victims.stream().filter(Victim::goes).toList();
  }

  /// Until when it can be acted upon.
  public Instant holdsUntil() {
    return at.plus(HOLDS);
  }

  public boolean expiredAt(Instant now) {
    return now.isAfter(holdsUntil());
  }

  public long rowsToRollBack() {
    return going().stream().mapToLong(Victim::rowsModified).sum();
  }

  /// Of those that go the one that takes longest to undo; empty where there is nothing to undo. An
  /// unknown one counts as the longest. They are undone side by side.
  public Optional<Rollback> longestRollback() {
    return going().stream()
        .map(Victim::rollback)
        .filter(one -> one.from() != Rollback.From.NOTHING)
        .max(Comparator.comparingLong(one -> one.us().orElse(Long.MAX_VALUE)));
  }

  /// Whether the instance's name has to be typed.
  public boolean needsTypedName() {
    return instance().safety() == Safety.STRICT || rowsToRollBack() >= MANY_ROWS;
  }

  public boolean confirmedBy(Confirmation confirmation) {
    return !needsTypedName() || confirmation.typedName().strip().equals(instance().name());
  }

  /// What the button says: `Kill query 4711`, `Kill 3 connections`.
  public String button() {
    var going = going();
    if (going.size() == 1) {
      return verb.words() + " " + going.getFirst().id();
    }
    return "Kill "
        + going.size()
        + switch (verb) {
          case QUERY -> " queries";
          case CONNECTION -> " connections";
        };
  }

  /// The exact statements, one a line.
  public String sql() {
    var text = new StringBuilder();
    going().forEach(victim -> text.append(victim.statement()).append(";\n"));
    return text.toString();
  }
}
