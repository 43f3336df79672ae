package org.binnacle.diagnosis.kill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Progress;
import org.binnacle.mysql.Accounts;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.Flavour;
import org.binnacle.mysql.Session;
import org.binnacle.mysql.SqlFaults;

/// One run of a plan on one action connection.
final class KillRun {
  private static final long LOOK_EVERY_MS = 50;

  private final Session session;
  private final KillPlan plan;
  private final KillDiary diary;
  private final Cancel cancel;
  private final Progress progress;
  private final Duration lookAfter;

  /// Outcomes by victim; a killed one is missing until it was looked after.
  private final Map<Victim, KillOutcome> outcomes = new LinkedHashMap<>();

  private final Map<Victim, Boolean> kept = new LinkedHashMap<>();
  private final List<Victim> sent = new ArrayList<>();
  private Optional<String> stopped = Optional.empty();

  KillRun(
      Session session,
      KillPlan plan,
      KillDiary diary,
      Cancel cancel,
      Progress progress,
      Duration lookAfter) {
    this.session = session;
    this.plan = plan;
    this.diary = diary;
    this.cancel = cancel;
    this.progress = progress;
    this.lookAfter = lookAfter;
  }

  List<KillResult> all() {
    int done = 0;
    for (Victim victim : plan.victims()) {
      progress.at(plan.verb().words() + " " + victim.id(), done++, plan.victims().size());
      one(victim);
    }
    lookAfterSent();
    return plan.victims().stream().map(this::result).toList();
  }

  private KillResult result(Victim victim) {
    return new KillResult(
        victim,
        outcomes.getOrDefault(victim, new KillOutcome.NotTried("unknown")),
        kept.getOrDefault(victim, true));
  }

  private void one(Victim victim) {
    Optional<KillOutcome> left = KillOutcome.leftAlone(victim.verdict());
    if (left.isPresent()) {
      outcomes.put(victim, left.get());
      return;
    }
    if (cancel.asked()) {
      stopped = Optional.of("stopped by the user");
    }
    if (stopped.isPresent()) {
      outcomes.put(victim, new KillOutcome.NotTried(stopped.get()));
    } else {
      act(victim);
    }
  }

  private void act(Victim victim) {
    try {
      diary.asked(victim);
    } catch (RuntimeException e) {
      String words = "the audit log can't be written: " + Fault.of(e).detail();
      stopped = Optional.of(words);
      outcomes.put(victim, new KillOutcome.NotTried(words));
      return;
    }
    Optional<KillOutcome> refusal = checkAgain(victim);
    if (refusal.isPresent()) {
      came(victim, refusal.get());
      return;
    }
    try {
      session.execute(victim.statement());
      sent.add(victim);
    } catch (Fault fault) {
      came(victim, outcome(fault));
    }
  }

  /// Why it is not killed after all.
  private Optional<KillOutcome> checkAgain(Victim victim) {
    Optional<Identity> now;
    try {
      now = KillPlanner.identity(session, victim.id());
    } catch (Fault fault) {
      stopped = Optional.of("the connection for the kill failed before: " + fault.detail());
      return Optional.of(new KillOutcome.NotTried(fault.detail()));
    }
    if (now.isEmpty() || now.get().threadId() != victim.identity().threadId()) {
      return Optional.of(new KillOutcome.AlreadyGone());
    }
    boolean same =
        switch (plan.verb()) {
          case QUERY -> now.get().sameStatement(victim.identity());
          case CONNECTION -> now.get().sameThread(victim.identity());
        };
    return same ? Optional.empty() : Optional.of(new KillOutcome.Changed(described(now.get())));
  }

  private static String described(Identity now) {
    if (!now.runs()) {
      return "it sleeps";
    }
    String sql = now.sql().strip();
    return now.user() + " runs " + (sql.length() > 120 ? sql.substring(0, 120) + "..." : sql);
  }

  private KillOutcome outcome(Fault fault) {
    if (fault.code().equals(SqlFaults.NO_SUCH_THREAD)) {
      return new KillOutcome.AlreadyGone();
    }
    if (fault.code().equals(SqlFaults.NOT_OWNER) || fault.code().equals(SqlFaults.PRIVILEGE)) {
      return new KillOutcome.Denied(fault.detail(), grant());
    }
    if (fault.code().id().startsWith("connect.")
        || fault.code().equals(SqlFaults.TIME_LIMIT)
        || fault.code().equals(Fault.BUG)) {
      stopped = Optional.of("the outcome of an earlier kill is unknown");
      return new KillOutcome.Unknown(fault.detail());
    }
    return new KillOutcome.Failed(fault.detail());
  }

  private Optional<String> grant() {
    String account = Accounts.quote(session.facts().account());
    return session.flavour().neededGrants(account).stream()
        .filter(needed -> needed.capability() == Capability.KILL)
        .map(Flavour.NeededGrant::sql)
        .findFirst();
  }

  private void came(Victim victim, KillOutcome outcome) {
    outcomes.put(victim, outcome);
    kept.put(victim, diary.came(victim, outcome));
  }

  private void lookAfterSent() {
    var waiting = new ArrayList<>(sent);
    Map<Victim, String> states = new LinkedHashMap<>();
    long began = System.nanoTime();
    while (!waiting.isEmpty()) {
      progress.at("Waiting for the end of " + waiting.size(), -1, -1);
      Duration watched = Duration.ofNanos(System.nanoTime() - began);
      boolean enough = watched.compareTo(lookAfter) >= 0 || cancel.asked();
      for (Victim victim : List.copyOf(waiting)) {
        Optional<KillOutcome> seen = look(victim, watched, states);
        if (seen.isEmpty() && enough) {
          seen = Optional.of(new KillOutcome.NotEndedYet(watched, states.getOrDefault(victim, "")));
        }
        if (seen.isPresent()) {
          waiting.remove(victim);
          came(victim, seen.get());
        }
      }
      if (!waiting.isEmpty() && !pause()) {
        cancel.ask();
      }
    }
  }

  private Optional<KillOutcome> look(Victim victim, Duration watched, Map<Victim, String> states) {
    try {
      Optional<Identity> now = KillPlanner.identity(session, victim.id());
      boolean still =
          now.filter(
                  found ->
                      switch (plan.verb()) {
                        case QUERY -> found.sameStatement(victim.identity());
                        case CONNECTION -> found.sameThread(victim.identity());
                      })
              .isPresent();
      now.ifPresent(found -> states.put(victim, found.state()));
      return still ? Optional.empty() : Optional.of(new KillOutcome.Ended(watched));
    } catch (Fault fault) {
      // The server took the kill; only the looking failed.
      return Optional.of(new KillOutcome.NotEndedYet(watched, fault.detail()));
    }
  }

  private static boolean pause() {
    try {
      Thread.sleep(LOOK_EVERY_MS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
