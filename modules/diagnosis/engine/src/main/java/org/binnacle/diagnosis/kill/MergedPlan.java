package org.binnacle.diagnosis.kill;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;

/// A preview over several instances: what each would be sent, and which of them could not be asked.
///
/// @param plans one an instance, in the order in which they were asked for
/// @param failed instances that did not answer; nothing is killed there
public record MergedPlan(Verb verb, List<KillPlan> plans, Map<InstanceRef, Fault> failed) {

  public MergedPlan {
    plans = List.copyOf(plans);
    failed = Map.copyOf(failed);
  }

  public static MergedPlan of(KillPlan plan) {
    return new MergedPlan(plan.verb(), List.of(plan), Map.of());
  }

  /// A victim and where it is.
  public record Placed(InstanceRef instance, Victim victim) {}

  /// All victims, instance by instance, those that are left alone among them.
  public List<Placed> victims() {
    return plans.stream()
        .flatMap(plan -> plan.victims().stream().map(victim -> new Placed(plan.instance(), victim)))
        .toList();
  }

  /// The plans in which somebody goes.
  public List<KillPlan> acting() {
    return plans.stream().filter(plan -> !plan.going().isEmpty()).toList();
  }

  public int going() {
    return plans.stream().mapToInt(plan -> plan.going().size()).sum();
  }

  public long rowsToRollBack() {
    return plans.stream().mapToLong(KillPlan::rowsToRollBack).sum();
  }

  /// Until when all of it can be acted upon; empty where no instance answered.
  public Optional<Instant> holdsUntil() {
    return plans.stream().map(KillPlan::holdsUntil).min(Instant::compareTo);
  }

  public boolean several() {
    return plans.size() + failed.size() > 1;
  }

  /// The instances whose names have to be typed, each its own.
  public List<InstanceRef> toType() {
    return acting().stream().filter(KillPlan::needsTypedName).map(KillPlan::instance).toList();
  }

  /// @param typed names as typed, by instance id
  public boolean confirmedBy(Map<String, String> typed) {
    return acting().stream()
        .allMatch(
            plan ->
                plan.confirmedBy(new Confirmation(typed.getOrDefault(plan.instance().id(), ""))));
  }

  /// What the button says: `Kill query 4711`, `Kill 5 connections on 2 instances`.
  public String button() {
    List<KillPlan> acting = acting();
    if (acting.size() == 1) {
      return acting.getFirst().button()
          + (several() ? " on " + acting.getFirst().instance().name() : "");
    }
    String things =
        switch (verb) {
          case QUERY -> "queries";
          case CONNECTION -> "connections";
        };
    return "Kill %d %s on %d instances".formatted(going(), things, acting.size());
  }

  /// The exact statements, one a line; where there are several instances below the name of theirs.
  public String sql() {
    var text = new StringBuilder();
    for (KillPlan plan : acting()) {
      if (several()) {
        text.append("-- ").append(plan.instance().name()).append('\n');
      }
      text.append(plan.sql());
    }
    return text.toString();
  }

  /// The targets that would be asked about again, by instance.
  public Map<InstanceRef, List<Target>> targets() {
    Map<InstanceRef, List<Target>> targets = new LinkedHashMap<>();
    plans.forEach(
        plan ->
            targets.put(
                plan.instance(),
                plan.victims().stream()
                    .map(
                        victim ->
                            new Target(
                                victim.id(),
                                victim.identity().threadId(),
                                victim.identity().eventId()))
                    .toList()));
    return targets;
  }
}
