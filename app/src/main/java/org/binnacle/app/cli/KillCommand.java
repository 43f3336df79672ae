package org.binnacle.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.binnacle.diagnosis.kill.Confirmation;
import org.binnacle.diagnosis.kill.KillOutcome;
import org.binnacle.diagnosis.kill.KillPlan;
import org.binnacle.diagnosis.kill.KillResult;
import org.binnacle.diagnosis.kill.Target;
import org.binnacle.diagnosis.kill.Verb;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `binnacle kill`.
@Command(
    name = "kill",
    description = "End a statement or a connection, after a preview of the exact victims.",
    footerHeading = "%nFor example:%n",
    footer = {
      "  binnacle kill shop-1 4711",
      "  binnacle kill shop-1 4711 4712 --connection --yes --confirm shop-1 --reason 'ticket 42'",
      "Without a terminal it needs --yes; a production instance also needs --confirm NAME."
    })
final class KillCommand implements Callable<Integer> {
  private final Call call;

  KillCommand(Call call) {
    this.call = call;
  }

  @Parameters(
      index = "0",
      paramLabel = "TARGET",
      description = "A name of the inventory, or mysql://user@host:port.")
  String target = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "ID",
      description = "Connection ids, as `binnacle sessions` shows them.")
  List<Long> ids = List.of();

  @ArgGroup(exclusive = true)
  @Nullable What what;

  /// What KILL ends; both at once is a mistake.
  static final class What {
    @Option(names = "--query", description = "End the running statement (the default).")
    boolean query;

    @Option(names = "--connection", description = "End the connection; its work is rolled back.")
    boolean connection;
  }

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask. The preview is shown all the same.")
  boolean yes;

  @Option(
      names = "--confirm",
      paramLabel = "NAME",
      description = "The instance's name, where its environment asks for it to be typed.")
  @Nullable String confirm;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the audit log.")
  String reason = "";

  @Override
  public Integer call() {
    var server = call.target(target);
    What chosen = what;
    Verb verb = chosen != null && chosen.connection ? Verb.CONNECTION : Verb.QUERY;
    var kill = call.house().diagnosis().kill();
    KillPlan plan = kill.plan(server, verb, ids.stream().distinct().map(Target::of).toList());
    preview(plan);
    if (plan.going().isEmpty()) {
      return report(plan, List.of());
    }
    Confirmation confirmation = confirmed(plan);
    return report(plan, kill.run(plan, confirmation, reason, call.cancel(), Progress.silent()));
  }

  /// On standard error with `--json`, whose standard output is one document.
  private void preview(KillPlan plan) {
    var to = call.json() ? call.terminal().err() : call.terminal().out();
    if (call.json() && yes) {
      return;
    }
    KillView.preview(plan).lines(call.terminal()).forEach(to::println);
    call.terminal().flushed();
  }

  private Confirmation confirmed(KillPlan plan) {
    String name = plan.instance().name();
    if (plan.needsTypedName()) {
      String typed = confirm;
      if (typed == null && call.terminal().prompt().possible()) {
        typed =
            call.terminal()
                .prompt()
                .line(
                    Harmless.line(plan.button() + " on " + plan.instance().environment())
                        + ". Type the name of the instance ("
                        + Harmless.line(name)
                        + ") to go on: ")
                .orElse("");
        if (!typed.strip().equals(name)) {
          throw new Fault(CliFaults.DECLINED, "killed");
        }
        return new Confirmation(typed);
      }
      if (typed == null || !typed.equals(name)) {
        throw new Fault(CliFaults.NEEDS_CONFIRM, name);
      }
    }
    if (!yes) {
      call.agreed(plan.button() + " on " + name + "?", "killed");
    }
    String typed = confirm;
    return typed == null ? Confirmation.yes() : new Confirmation(typed);
  }

  private int report(KillPlan plan, List<KillResult> results) {
    if (call.json()) {
      var document = new LinkedHashMap<String, Object>();
      document.put("instance", Refs.document(plan.instance()));
      document.put("act", plan.verb().act());
      document.put("results", KillView.documents(plan, results));
      call.document(document);
    } else {
      results.forEach(
          result ->
              call.say(
                  result.victim().statement()
                      + ": "
                      + result.outcome().words()
                      + (result.audited() ? "" : " (this could not be kept in the audit log)")));
      if (results.isEmpty()) {
        call.say("Nothing to kill.");
      }
    }
    return exit(results.stream().map(KillResult::outcome).toList());
  }

  private static int exit(List<KillOutcome> outcomes) {
    boolean refused = outcomes.isEmpty();
    boolean failed = false;
    for (KillOutcome outcome : outcomes) {
      switch (outcome) {
        case KillOutcome.Ended ignored -> {}
        case KillOutcome.NotEndedYet ignored -> {}
        case KillOutcome.AlreadyGone ignored -> {}
        case KillOutcome.NothingRuns ignored -> refused = true;
        case KillOutcome.Changed ignored -> refused = true;
        case KillOutcome.Protected ignored -> refused = true;
        case KillOutcome.NotTried ignored -> refused = true;
        case KillOutcome.Denied ignored -> failed = true;
        case KillOutcome.Failed ignored -> failed = true;
        case KillOutcome.Unknown ignored -> failed = true;
      }
    }
    return failed ? 3 : refused ? 4 : 0;
  }
}
