package org.binnacle.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.binnacle.app.cli.Terminal.Tone;
import org.binnacle.inventory.reach.Step;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `binnacle fleet test`.
@Command(
    name = "test",
    description = {
      "Try to reach an instance step by step: name, port, tunnel, TLS, login, privileges.",
      "Exit code 1 where it works but something is amiss, 3 where it cannot be reached."
    })
final class FleetTestCommand implements Callable<Integer> {
  private final Call call;

  FleetTestCommand(Call call) {
    this.call = call;
  }

  @Parameters(
      paramLabel = "TARGET",
      description = "A name of the inventory, or mysql://user@host:port.")
  String target = "";

  @Override
  public Integer call() {
    Server server = call.target(target);
    List<Step> steps =
        call.house().connectionTest().run(server, Optional.empty(), call.cancel(), this::show);
    if (call.json()) {
      var document = new LinkedHashMap<String, Object>();
      document.put("instance", Refs.document(server.ref()));
      document.put("steps", steps.stream().map(FleetTestCommand::document).toList());
      call.document(document);
    }
    Optional<Fault> failed = steps.stream().flatMap(step -> step.fault().stream()).findFirst();
    if (failed.isPresent()) {
      return failed.get().code().kind().exitCode();
    }
    return steps.stream().anyMatch(step -> step.status() == Step.Status.WARNING) ? 1 : 0;
  }

  /// Each step as soon as it has ended: a firewall that says nothing takes seconds.
  private void show(Step step) {
    if (call.json()) {
      return;
    }
    String status = call.terminal().painted(tone(step), "%-8s".formatted(word(step.status())));
    call.terminal()
        .out()
        .println(
            status
                + Cells.padded(word(step.name()), 16, false)
                + Harmless.line(step.happened())
                + (step.took().isZero() ? "" : " (" + step.took().toMillis() + " ms)"));
    if (!step.next().isEmpty()) {
      call.say("        hint: " + step.next());
    }
    step.statements()
        .forEach(sql -> call.terminal().out().println("    " + Harmless.line(sql) + ";"));
    call.terminal().flushed();
  }

  private static Tone tone(Step step) {
    return switch (step.status()) {
      case OK -> Tone.GREEN;
      case WARNING -> Tone.YELLOW;
      case FAILED -> Tone.RED;
      case SKIPPED -> Tone.FAINT;
    };
  }

  private static Map<String, Object> document(Step step) {
    var document = new LinkedHashMap<String, Object>();
    document.put("step", word(step.name()));
    document.put("status", word(step.status()));
    document.put("took_ms", step.took());
    document.put("happened", step.happened());
    document.put("next", step.next());
    document.put("statements", step.statements());
    document.put("code", step.fault().map(fault -> fault.code().id()));
    return document;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
