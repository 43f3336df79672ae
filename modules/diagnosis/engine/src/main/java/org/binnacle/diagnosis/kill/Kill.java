package org.binnacle.diagnosis.kill;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.kernel.AuditLog;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Bounds;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Session;

/// Ends statements or connections of others: first a preview, then, after a yes, exactly what the
/// preview showed and nothing else. Blocks; not for the FX thread.
public final class Kill {
  private final Connections connections;
  private final AuditLog audit;
  private final Supplier<Protection> protection;
  private final RollbackRates rates;
  private final Admins admins;
  private final String actor;
  private final Clock clock;

  /// @param actor the user of this workstation, for the audit log
  public Kill(
      Connections connections, AuditLog audit, Protection protection, String actor, Clock clock) {
    this(connections, audit, () -> protection, new RollbackRates(), actor, clock);
  }

  /// @param protection asked before each preview, so that a changed setting counts at once
  /// @param rates what was seen of rollbacks
  public Kill(
      Connections connections,
      AuditLog audit,
      Supplier<Protection> protection,
      RollbackRates rates,
      String actor,
      Clock clock) {
    this.connections = connections;
    this.audit = audit;
    this.protection = protection;
    this.rates = rates;
    this.admins = new Admins(clock);
    this.actor = actor;
    this.clock = clock;
  }

  /// Re-reads the targets now, on the monitoring connection, which is there even where the server
  /// takes no new ones.
  ///
  /// @throws Fault where the server does not answer
  public KillPlan plan(Server server, Verb verb, List<Target> targets) {
    var planner = new KillPlanner(protection.get(), rates, clock);
    return connections.monitor(server, session -> planner.plan(session, server, verb, targets));
  }

  /// What a rule takes now, and a preview of those.
  ///
  /// @param choice by the rows of one look; the plan has re-read its victims since
  public record Ruled(KillRule.Choice choice, KillPlan plan) {}

  /// Reads all sessions, lets the rule choose, and re-reads the chosen ones.
  ///
  /// @throws Fault where the server does not answer
  public Ruled plan(Server server, Verb verb, KillRule rule) {
    Protection now = protection.get();
    var planner = new KillPlanner(now, rates, clock);
    return connections.monitor(
        server,
        session -> {
          Protection here = rule.admins() ? now : now.knowing(admins.of(session));
          var choice = rule.choose(planner.everybody(session), here);
          var targets = choice.victims().stream().map(Target::of).toList();
          return new Ruled(choice, planner.plan(session, server, verb, targets));
        });
  }

  /// What a rule would take of these rows; asks nobody.
  public KillRule.Choice tryOn(List<ProcessRow> rows, KillRule rule) {
    return rule.choose(rows, protection.get());
  }

  /// Does what the plan says, victim by victim, each checked again just before and kept in the
  /// audit log before and after; waits between them as the course says, and looks whether they have
  /// ended. A run that is stopped, or whose preview does not hold any more, leaves the rest alone.
  ///
  /// @param reason why, for the audit log; may be empty
  /// @return one result for each victim of the plan, in its order
  /// @throws Fault with {@link KillFaults} where nothing was tried, or of connecting
  public List<KillResult> run(
      KillPlan plan, Confirmation confirmation, String reason, Course course) {
    refuseExpired(plan);
    if (!plan.confirmedBy(confirmation)) {
      throw new Fault(KillFaults.NOT_CONFIRMED, plan.instance().name());
    }
    if (plan.going().isEmpty()) {
      throw new Fault(KillFaults.NO_VICTIM, plan.instance().name());
    }
    try (Session session =
        connections.vital(plan.server(), "kill", Bounds.action(), /* readOnly= */ false)) {
      var diary = new KillDiary(audit, actor, plan, reason, clock);
      return new KillRun(session, plan, diary, course, clock).all();
    }
  }

  /// @throws Fault with {@link KillFaults#PREVIEW_EXPIRED} where it is too old to be acted upon
  void refuseExpired(KillPlan plan) {
    if (plan.expiredAt(clock.instant())) {
      throw new Fault(KillFaults.PREVIEW_EXPIRED, plan.instance().name());
    }
  }
}
