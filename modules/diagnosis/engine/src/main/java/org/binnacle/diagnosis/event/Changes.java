package org.binnacle.diagnosis.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.binnacle.diagnosis.health.Events;
import org.binnacle.diagnosis.health.Finding;
import org.binnacle.diagnosis.health.Role;
import org.binnacle.diagnosis.health.Vitals;
import org.binnacle.diagnosis.pulse.Beat;
import org.jspecify.annotations.Nullable;

/// What happened between the looks at one instance. Not for several threads.
final class Changes {
  private static final long DDL_S = 1;

  private @Nullable Vitals last;
  private Role role = Role.UNKNOWN;
  private boolean lost;
  private Set<String> ddl = Set.of();

  /// What one look tells.
  ///
  /// @param first the instance answered for the first time
  /// @param deadlock the counter of deadlocks has risen since the look before
  /// @param variables a global variable has changed, or may have by a restart
  record Told(List<Event> events, boolean first, boolean deadlock, boolean variables) {
    static final Told NOTHING = new Told(List.of(), false, false, false);
  }

  Told note(Beat beat, Instant now) {
    Optional<Vitals> fresh = beat.fresh();
    return fresh.isEmpty() ? silent(beat, now) : answered(fresh.get());
  }

  private Told silent(Beat beat, Instant now) {
    if (lost || last == null || !beat.down()) {
      return Told.NOTHING;
    }
    lost = true;
    String words = beat.health().finding("unreachable").map(Finding::words).orElse("no answer");
    return new Told(List.of(new Event(now, EventKind.LOST, words)), false, false, false);
  }

  private Told answered(Vitals seen) {
    var events = new ArrayList<Event>();
    Vitals before = last;
    if (lost) {
      events.add(new Event(seen.at(), EventKind.RECOVERED, "answers again"));
      lost = false;
    }
    Events now = seen.events();
    Events then = before == null ? now : before.events();
    boolean restart = rose(then.restart(), now.restart());
    if (restart) {
      events.add(
          new Event(
              seen.at().minus(seen.uptime()),
              EventKind.RESTART,
              "the server was restarted: " + seen.version()));
    }
    if (rose(then.readOnly(), now.readOnly())) {
      events.add(
          new Event(
              seen.at(),
              EventKind.READ_ONLY,
              "read_only is now " + (seen.replication().readOnly() ? "ON" : "OFF")));
    }
    role(seen, events);
    ddl(seen, events);
    last = seen;
    return new Told(
        List.copyOf(events),
        before == null,
        rose(then.deadlock(), now.deadlock()),
        restart || rose(then.variables(), now.variables()));
  }

  private static boolean rose(Optional<Instant> then, Optional<Instant> now) {
    return now.isPresent() && !now.equals(then);
  }

  private void role(Vitals seen, List<Event> events) {
    Role now = seen.replication().role();
    if (now == Role.UNKNOWN) {
      return;
    }
    if (role != Role.UNKNOWN && role != now) {
      events.add(
          new Event(seen.at(), EventKind.ROLE, "role: " + words(role) + " to " + words(now)));
    }
    role = now;
  }

  private static String words(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  /// Each statement once, however many looks see it.
  private void ddl(Vitals seen, List<Event> events) {
    var running = new HashSet<String>();
    for (Vitals.Running one : seen.longest()) {
      Optional<String> words = one.timeS() > DDL_S ? Ddl.of(one.sql()) : Optional.empty();
      if (words.isPresent()) {
        String key = one.id() + " " + one.sql();
        running.add(key);
        if (!ddl.contains(key)) {
          events.add(
              new Event(
                  seen.at().minusSeconds(one.timeS()),
                  EventKind.DDL,
                  words.get() + " by " + one.user() + ", #" + one.id()));
        }
      }
    }
    ddl = Set.copyOf(running);
  }
}
