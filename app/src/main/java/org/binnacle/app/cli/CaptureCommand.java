package org.binnacle.app.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.binnacle.diagnosis.incident.CaptureOptions;
import org.binnacle.diagnosis.incident.CaptureState;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.Part;
import org.binnacle.diagnosis.incident.Trigger;
import org.binnacle.diagnosis.incident.TriggerWatch;
import org.binnacle.diagnosis.incident.report.Mask;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.mysql.Server;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `binnacle capture`.
@Command(
    name = "capture",
    description = "Record what instances do, in a few seconds, and say what is wrong.",
    footerHeading = "%nFor example:%n",
    footer = {
      "  binnacle capture shop-1 --out incident.html",
      "  binnacle capture shop-1 shop-2 --mask --out ticket.md",
      "  binnacle capture shop-1 --when 'Threads_running>25' --cycles 5 --cool-down 300",
      "The capture is kept; see binnacle incident list."
    })
final class CaptureCommand implements Callable<Integer> {
  private final Call call;

  CaptureCommand(Call call) {
    this.call = call;
  }

  @Parameters(
      paramLabel = "TARGET",
      arity = "1..*",
      description = "Names of the inventory, or mysql://user@host:port.")
  List<String> targets = List.of();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "Also write it: .html, .json or .md.")
  @Nullable Path out;

  @Option(names = "--mask", description = "Take literals, hosts and users out of the file.")
  boolean mask;

  @Option(names = "--long", description = "Look ten times instead of three, a second apart.")
  boolean longer;

  @Option(names = "--note", paramLabel = "TEXT", description = "Kept with it.")
  String note = "";

  @Option(
      names = "--when",
      paramLabel = "CONDITION",
      description =
          "Wait until a variable of the global status is so: Threads_running>25; or a count of"
              + " sessions: sessions(state~lock)>10.")
  @Nullable String when;

  @Option(
      names = "--cycles",
      paramLabel = "N",
      description = "With --when: looks in a row at which it holds (default: 5).")
  int cycles = 5;

  @Option(
      names = "--cool-down",
      paramLabel = "S",
      description = "With --when: seconds to leave it alone after a capture (default: 300).")
  int coolDownS = 300;

  @Option(
      names = "--times",
      paramLabel = "N",
      description = "With --when: captures before it ends; 0 for no end (default: 1).")
  int times = 1;

  @Override
  public Integer call() {
    List<Server> servers = targets.stream().map(call::target).toList();
    List<InstanceRef> refs = servers.stream().map(Server::ref).toList();
    String condition = when;
    if (condition == null) {
      return report(take(refs, "by hand"));
    }
    if (cycles < 1 || coolDownS < 0 || times < 0) {
      throw new Fault(
          CliFaults.USAGE, "binnacle capture: --cycles takes 1 or more, --cool-down and --times 0");
    }
    Trigger trigger = Trigger.of(condition, cycles, Duration.ofSeconds(coolDownS));
    return whenever(trigger, servers, refs);
  }

  private int whenever(Trigger trigger, List<Server> servers, List<InstanceRef> refs) {
    call.tell("Waiting for " + trigger.words() + " on " + servers.getFirst().ref().name());
    int taken = 0;
    int exit = 0;
    var watch = new TriggerWatch(call.house().connections(), trigger);
    while (!call.cancel().asked()) {
      Optional<String> fired =
          watch.await(servers, Duration.ofSeconds(1), this::trouble, call.cancel());
      if (fired.isEmpty()) {
        break;
      }
      call.tell("It holds: " + fired.get());
      exit = report(take(refs, fired.get()));
      call.terminal().flushed();
      if (++taken == times) {
        return exit;
      }
    }
    return Fault.CANCELLED.kind().exitCode();
  }

  private void trouble(Fault fault) {
    call.tell("No look: " + fault.detail());
  }

  private Incident take(List<InstanceRef> refs, String trigger) {
    var options = new CaptureOptions(longer ? 10 : 3, trigger, note);
    return call.house().incidents().capture(refs, options, this::told, call.cancel());
  }

  private void told(CaptureState state) {
    state
        .part()
        .filter(part -> call.terminal().live() || part.status() != Part.Status.OK)
        .ifPresent(
            part ->
                call.tell(
                    "  %s: %s %s, %d ms%s"
                        .formatted(
                            state.instance().name(),
                            state.words(),
                            part.status().name().toLowerCase(Locale.ROOT),
                            part.ms(),
                            part.detail().isEmpty() ? "" : ", " + part.detail())));
  }

  private int report(Incident incident) {
    Path file = out;
    if (file != null) {
      call.house().incidents().export(incident, file, mask ? Mask.ALL : Mask.NONE);
    }
    if (call.json()) {
      var document = new LinkedHashMap<>(IncidentView.document(incident));
      document.put("file", Optional.ofNullable(file).map(Path::toString));
      call.document(document);
    } else {
      var lines = new ArrayList<>(IncidentView.summary(incident));
      lines.forEach(call::say);
      call.say(
          "Kept as "
              + incident.id().substring(0, 8)
              + " (binnacle incident show "
              + incident.id().substring(0, 8)
              + ")"
              + (file == null ? "" : ", written to " + file));
    }
    return IncidentView.exit(incident);
  }
}
