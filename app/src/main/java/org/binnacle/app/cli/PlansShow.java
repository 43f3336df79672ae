package org.binnacle.app.cli;

import java.util.concurrent.Callable;
import org.binnacle.explain.history.KeptPlan;
import org.binnacle.explain.history.PlanHistory;
import org.binnacle.explain.mouth.Mouth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `binnacle plans show`.
@Command(
    name = "show",
    description = "Show a plan, what is found in it, and what changed since the one before it.")
final class PlansShow implements Callable<Integer> {
  private final Call call;

  PlansShow(Call call) {
    this.call = call;
  }

  @Parameters(
      paramLabel = "PLAN",
      description = "The first characters of an id, a digest (its newest), or latest.")
  String id = "";

  @Mixin PlanOutput output = new PlanOutput();

  @Option(names = "--raw", description = "Only the text, as the server printed it.")
  boolean raw;

  @Override
  public Integer call() {
    PlanForm form = output.form(call, "binnacle plans show");
    PlanHistory history = call.house().plans();
    KeptPlan plan = history.named(id);
    if (raw) {
      call.terminal().out().println(plan.raw());
      return 0;
    }
    if (form.equals(new PlanForm.Words(Mouth.TREE)) && output.out == null) {
      call.say(
          "%s  %s  %s  %s%s"
              .formatted(
                  plan.id().toString().substring(0, 8),
                  PlansView.at(plan),
                  plan.instance(),
                  plan.version(),
                  plan.name().isEmpty() ? "" : "  " + plan.name()));
      if (!plan.statement().isEmpty()) {
        call.say(plan.statement());
      }
    }
    output.tell(call, form, PlansView.told(plan, history.before(plan)));
    return 0;
  }
}
