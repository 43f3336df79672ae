package org.binnacle.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.binnacle.diagnosis.kill.KillPlan;
import org.binnacle.diagnosis.kill.MergedPlan;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;

/// Shows whom a kill would be, and gets the user's yes: for each instance that wants its name
/// typed, that name.
final class KillConsent {
  private final Call call;
  private final boolean yes;
  private final List<String> names;

  /// @param yes whether the question is answered already
  /// @param names those given with `--confirm`
  KillConsent(Call call, boolean yes, List<String> names) {
    this.call = call;
    this.yes = yes;
    this.names = List.copyOf(names);
  }

  /// On standard error with `--json`, whose standard output is one document.
  void preview(MergedPlan plan) {
    var to = call.json() ? call.terminal().err() : call.terminal().out();
    if (call.json() && yes) {
      return;
    }
    for (KillPlan one : plan.plans()) {
      if (plan.several()) {
        InstanceRef instance = one.instance();
        String environment =
            instance.environment().isEmpty() ? "" : " [" + instance.environment() + "]";
        to.println(Harmless.line(instance.name() + environment));
      }
      KillView.preview(one).lines(call.terminal()).forEach(to::println);
    }
    plan.failed()
        .forEach(
            (instance, fault) ->
                to.println(
                    Harmless.line(
                        instance.name()
                            + ": nothing is killed, it does not answer: "
                            + fault.detail())));
    call.terminal().flushed();
  }

  /// The names as typed, by instance id.
  ///
  /// @throws Fault with a code of {@link CliFaults}
  Map<String, String> get(MergedPlan plan) {
    Map<String, String> typed = new LinkedHashMap<>();
    boolean asked = false;
    for (InstanceRef instance : plan.toType()) {
      if (names.isEmpty() && call.terminal().prompt().possible()) {
        typed.put(instance.id(), ask(plan, instance));
        asked = true;
      } else if (names.contains(instance.name())) {
        typed.put(instance.id(), instance.name());
      } else {
        throw new Fault(CliFaults.NEEDS_CONFIRM, instance.name());
      }
    }
    if (!yes && !asked) {
      String where = plan.several() ? "" : " on " + plan.plans().getFirst().instance().name();
      call.agreed(plan.button() + where + "?", "killed");
    }
    return typed;
  }

  private String ask(MergedPlan plan, InstanceRef instance) {
    String typed =
        call.terminal()
            .prompt()
            .line(
                Harmless.line(plan.button() + " on " + instance.environment())
                    + ". Type the name of the instance ("
                    + Harmless.line(instance.name())
                    + ") to go on: ")
            .orElse("");
    if (!typed.strip().equals(instance.name())) {
      throw new Fault(CliFaults.DECLINED, "killed");
    }
    return typed;
  }
}
