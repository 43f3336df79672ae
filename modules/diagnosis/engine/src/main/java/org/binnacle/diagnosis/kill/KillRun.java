package org.binnacle.diagnosis.kill;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Accounts;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.Flavour;
import org.binnacle.mysql.Session;
import org.binnacle.mysql.SqlFaults;

/// One run of a plan on one action connection: checks each victim again, kills it, waits, and goes
/// on until all are done, somebody stops it, or the preview does not hold any more.
final class KillRun {
  private static final long LOOK_EVERY_MS = 50;
  private static final Duration TELL_EVERY = Duration.ofMillis(500);

  private final Session session;
  private final KillPlan plan;
  private final KillDiary diary;
  private final Course course;
  private final Clock clock;
  private final KillWatch watch;
  private final Map<Victim, KillResult> results = new LinkedHashMap<>();
  private Optional<String> stopped = Optional.empty();

  KillRun(Session session, KillPlan plan, KillDiary diary, Course course, Clock clock) {
    this.session = session;
    this.plan = plan;
    this.diary = diary;
    this.course = course;
    this.clock = clock;
    this.watch = new KillWatch(session, plan.verb());
  }

  List<KillResult> all() {
    boolean killed = false;
    for (Victim victim : plan.victims()) {
      Optional<KillOutcome> left = KillOutcome.leftAlone(victim.verdict());
      if (left.isPresent()) {
        untried(victim, left.get());
        continue;
      }
      if (killed) {
        pauseBefore(victim);
      }
      stopIfAsked();
      if (stopped.isPresent()) {
        untried(victim, new KillOutcome.NotTried(stopped.get()));
      } else {
        killed = act(victim);
      }
    }
    watchTheRest();
    return plan.victims().stream().map(this::result).toList();
  }

  private KillResult result(Victim victim) {
    return results.getOrDefault(
        victim, new KillResult(victim, new KillOutcome.NotTried("unknown"), true));
  }

  private void stopIfAsked() {
    if (stopped.isPresent()) {
      return;
    }
    if (course.cancel().asked()) {
      stopped = Optional.of("stopped by the user");
    } else if (plan.expiredAt(clock.instant())) {
      stopped = Optional.of("the preview is older than ten minutes");
    }
  }

  /// @return whether a KILL was sent, so that the next one waits
  private boolean act(Victim victim) {
    try {
      diary.asked(victim);
    } catch (RuntimeException e) {
      String words = "the audit log can't be written: " + Fault.of(e).detail();
      stopped = Optional.of(words);
      untried(victim, new KillOutcome.NotTried(words));
      return false;
    }
    Optional<KillOutcome> refusal = checkAgain(victim);
    if (refusal.isPresent()) {
      came(victim, refusal.get());
      return false;
    }
    try {
      session.execute(victim.statement());
      watch.add(victim);
      course.steps().accept(new KillStep.Sent(plan.instance(), victim));
      return true;
    } catch (Fault fault) {
      came(victim, outcome(fault));
      return false;
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
    boolean same = watch.same(now.get(), victim);
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
    told(new KillResult(victim, outcome, diary.came(victim, outcome)));
  }

  /// Of one that nothing was asked for, so that the audit log has no row of it.
  private void untried(Victim victim, KillOutcome outcome) {
    told(new KillResult(victim, outcome, true));
  }

  private void told(KillResult result) {
    results.put(result.victim(), result);
    course.steps().accept(new KillStep.Came(plan.instance(), result.victim(), result));
  }

  /// Lets those go on that the kill before has released; who was killed is looked at meanwhile.
  private void pauseBefore(Victim next) {
    Duration between = course.pacing().between();
    long began = System.nanoTime();
    Duration toldAt = Duration.ofDays(-1);
    while (stopped.isEmpty()) {
      Duration passed = Duration.ofNanos(System.nanoTime() - began);
      if (passed.compareTo(between) >= 0) {
        return;
      }
      if (passed.minus(toldAt).compareTo(TELL_EVERY) >= 0) {
        toldAt = passed;
        course.steps().accept(new KillStep.Waiting(plan.instance(), next, between.minus(passed)));
      }
      watch.look(/* enough= */ false).forEach(this::came);
      rest();
      stopIfAsked();
    }
  }

  private void watchTheRest() {
    long began = System.nanoTime();
    while (watch.any()) {
      Duration watched = Duration.ofNanos(System.nanoTime() - began);
      boolean enough = watched.compareTo(course.pacing().after()) >= 0 || course.cancel().asked();
      watch.look(enough).forEach(this::came);
      if (watch.any()) {
        rest();
      }
    }
  }

  private void rest() {
    try {
      Thread.sleep(LOOK_EVERY_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      course.cancel().ask();
    }
  }
}
