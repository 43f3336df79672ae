package org.binnacle.diagnosis.kill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Outcome;
import org.binnacle.mysql.Server;
import org.jspecify.annotations.Nullable;

/// Kills over several instances: each is planned, checked, killed and audited by {@link Kill} for
/// itself and beside the others, so that one that hangs delays none. Blocks.
public final class MergedKill {
  private final Kill kill;

  public MergedKill(Kill kill) {
    this.kill = kill;
  }

  /// Re-reads the targets of each instance.
  public MergedPlan plan(Verb verb, Map<Server, List<Target>> targets) {
    Map<Server, Callable<KillPlan>> work = new LinkedHashMap<>();
    targets.forEach((server, those) -> work.put(server, () -> kill.plan(server, verb, those)));
    var plans = new ArrayList<KillPlan>();
    Map<InstanceRef, Fault> failed = new LinkedHashMap<>();
    beside(work)
        .forEach(
            (server, outcome) -> {
              switch (outcome) {
                case Outcome.Ok<KillPlan>(KillPlan plan) -> plans.add(plan);
                case Outcome.Failed<KillPlan>(Fault fault) -> failed.put(server.ref(), fault);
              }
            });
    return new MergedPlan(verb, plans, failed);
  }

  /// What a rule takes, instance by instance: groups and `max` are those of one instance.
  ///
  /// @param choices by the rows of one look; the plan has re-read its victims since
  public record Ruled(Map<InstanceRef, KillRule.Choice> choices, MergedPlan plan) {
    public Ruled {
      choices = Map.copyOf(choices);
    }

    public int matched() {
      return choices.values().stream().mapToInt(choice -> choice.matched().size()).sum();
    }

    public int taken() {
      return choices.values().stream().mapToInt(choice -> choice.victims().size()).sum();
    }

    public int left() {
      return choices.values().stream().mapToInt(KillRule.Choice::left).sum();
    }

    public int spared() {
      return choices.values().stream().mapToInt(choice -> choice.spared().size()).sum();
    }

    /// What is not known of whom it should leave alone, in words; empty where all is.
    public String unsure() {
      return KillRule.Choice.words(
          choices.values().stream()
              .map(KillRule.Choice::unsure)
              .filter(one -> !one.isEmpty())
              .toList());
    }

    /// Why those are left alone, in words.
    public String sparedWords() {
      return KillRule.Choice.words(
          choices.values().stream().flatMap(choice -> choice.spared().values().stream()).toList());
    }
  }

  /// Lets a rule choose on each instance and re-reads whom it has chosen.
  public Ruled plan(List<Server> servers, Verb verb, KillRule rule) {
    Map<Server, Callable<Kill.Ruled>> work = new LinkedHashMap<>();
    servers.forEach(server -> work.put(server, () -> kill.plan(server, verb, rule)));
    var plans = new ArrayList<KillPlan>();
    Map<InstanceRef, KillRule.Choice> choices = new LinkedHashMap<>();
    Map<InstanceRef, Fault> failed = new LinkedHashMap<>();
    beside(work)
        .forEach(
            (server, outcome) -> {
              switch (outcome) {
                case Outcome.Ok<Kill.Ruled>(Kill.Ruled ruled) -> {
                  plans.add(ruled.plan());
                  choices.put(server.ref(), ruled.choice());
                }
                case Outcome.Failed<Kill.Ruled>(Fault fault) -> failed.put(server.ref(), fault);
              }
            });
    return new Ruled(choices, new MergedPlan(verb, plans, failed));
  }

  /// Does what the plan says on every instance, or, where a name is missing or the preview is too
  /// old, on none. Each instance keeps the pace for itself; a stop is for all.
  ///
  /// @param typed names as typed, by instance id
  /// @return one result for each victim of the plan; those of an instance that could not be reached
  ///   are not tried
  /// @throws Fault with {@link KillFaults} where nothing was tried
  public List<MergedResult> run(
      MergedPlan plan, Map<String, String> typed, String reason, Course course) {
    plan.plans().forEach(kill::refuseExpired);
    if (!plan.confirmedBy(typed)) {
      throw new Fault(
          KillFaults.NOT_CONFIRMED,
          String.join(", ", plan.toType().stream().map(InstanceRef::name).toList()));
    }
    if (plan.going() == 0) {
      throw new Fault(
          KillFaults.NO_VICTIM,
          String.join(", ", plan.plans().stream().map(one -> one.instance().name()).toList()));
    }
    Map<Server, Callable<List<KillResult>>> work = new LinkedHashMap<>();
    for (KillPlan one : plan.acting()) {
      var yes = new Confirmation(typed.getOrDefault(one.instance().id(), ""));
      work.put(one.server(), () -> kill.run(one, yes, reason, course));
    }
    if (work.size() == 1 && !plan.several()) {
      // A failure of the only one is told as such.
      KillPlan only = plan.acting().getFirst();
      var yes = new Confirmation(typed.getOrDefault(only.instance().id(), ""));
      return placed(only, kill.run(only, yes, reason, course));
    }
    Map<Server, Outcome<List<KillResult>>> came = beside(work);
    var results = new ArrayList<MergedResult>();
    for (KillPlan one : plan.plans()) {
      results.addAll(placed(one, results(one, came.get(one.server()))));
    }
    return results;
  }

  private static List<MergedResult> placed(KillPlan plan, List<KillResult> results) {
    return results.stream().map(result -> new MergedResult(plan.instance(), result)).toList();
  }

  private static List<KillResult> results(KillPlan plan, @Nullable Outcome<List<KillResult>> came) {
    if (came instanceof Outcome.Ok<List<KillResult>>(List<KillResult> results)) {
      return results;
    }
    String why =
        came instanceof Outcome.Failed<List<KillResult>>(Fault fault)
            ? (fault.detail().isEmpty() ? fault.code().id() : fault.detail())
            : "";
    return plan.victims().stream()
        .map(
            victim ->
                new KillResult(
                    victim,
                    KillOutcome.leftAlone(victim.verdict()).orElse(new KillOutcome.NotTried(why)),
                    true))
        .toList();
  }

  /// All at once, each on a thread of its own; the answers in the order of the work.
  private static <T> Map<Server, Outcome<T>> beside(Map<Server, Callable<T>> work) {
    Map<Server, Future<T>> asked = new LinkedHashMap<>();
    Map<Server, Outcome<T>> answers = new LinkedHashMap<>();
    var threads = Thread.ofVirtual().name("kill-", 0).factory();
    try (var executor = Executors.newThreadPerTaskExecutor(threads)) {
      work.forEach((server, each) -> asked.put(server, executor.submit(each)));
      asked.forEach((server, answer) -> answers.put(server, outcome(answer)));
    }
    return answers;
  }

  private static <T> Outcome<T> outcome(Future<T> answer) {
    try {
      return new Outcome.Ok<>(answer.get());
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      return new Outcome.Failed<>(Fault.of(cause == null ? e : cause));
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return new Outcome.Failed<>(Fault.of(e));
    }
  }
}
