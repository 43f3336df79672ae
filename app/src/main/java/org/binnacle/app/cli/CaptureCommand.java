package org.binnacle.app.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.binnacle.diagnosis.incident.CaptureOptions;
import org.binnacle.diagnosis.incident.CaptureState;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.IncidentFaults;
import org.binnacle.diagnosis.incident.Part;
import org.binnacle.diagnosis.incident.Release;
import org.binnacle.diagnosis.incident.Trigger;
import org.binnacle.diagnosis.incident.TriggerWatch;
import org.binnacle.diagnosis.incident.report.Mask;
import org.binnacle.diagnosis.query.SavedFilters;
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
      "  binnacle capture shop-1 --cluster --long --out cluster.html",
      "  binnacle capture shop-1 --when 'Threads_running>25' --cycles 5 --cool-down 300",
      "The capture is kept; see binnacle incident list."
    })
final class CaptureCommand implements Callable<Integer> {
  private final Call call;

  private String lastTrouble = "";
  private final Set<String> toldDetails = ConcurrentHashMap.newKeySet();

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

  @Option(
      names = "--cluster",
      description = "With the other instances of their clusters in the inventory, at once.")
  boolean cluster;

  @Option(names = "--note", paramLabel = "TEXT", description = "Kept with it.")
  String note = "";

  @Option(
      names = "--when",
      paramLabel = "CONDITION",
      description =
          "Wait until a variable of the global status is so: Threads_running>25; or sessions that"
              + " wait for one: blocks>10; or a count of sessions: sessions(state~lock)>10, or of a"
              + " saved filter: @busy>3.")
  @Nullable String when;

  @Option(
      names = "--cycles",
      paramLabel = "N",
      description = "With --when: looks in a row at which it holds (default: 5).")
  @Nullable Integer cycles;

  @Option(
      names = "--cool-down",
      paramLabel = "S",
      description = "With --when: seconds to leave it alone after a capture (default: 300).")
  @Nullable Integer coolDownS;

  @Option(
      names = "--release",
      paramLabel = "VALUE",
      description =
          "With --when: after a capture wait until the value has been there again (default: nine"
              + " tenths of the threshold); off: take the next one as soon as it holds.")
  @Nullable String release;

  @Option(
      names = "--times",
      paramLabel = "N",
      description =
          "With --when: captures before it ends; 0 for no end (default: 1). The second is written"
              + " beside FILE as FILE-2.")
  @Nullable Integer times;

  @Override
  public Integer call() {
    check();
    Optional<Trigger> trigger = trigger();
    List<Server> servers = targets.stream().map(call::target).distinct().toList();
    List<InstanceRef> refs = whole(servers.stream().map(Server::ref).toList());
    return trigger
        .map(given -> whenever(given, servers, refs))
        .orElseGet(() -> report(take(refs, "by hand"), 1));
  }

  private List<InstanceRef> whole(List<InstanceRef> named) {
    if (!cluster) {
      return named;
    }
    for (InstanceRef ref : named) {
      if (ref.cluster().isEmpty()) {
        call.tell(ref.name() + " is in no cluster of the inventory: it is captured alone");
      }
    }
    return call.house().incidents().clusters(named);
  }

  /// All that can be wrong is told before anything is asked of a server.
  private void check() {
    Path file = out;
    if (file != null) {
      IncidentFile.check("binnacle capture", file);
    } else if (mask) {
      throw misuse("--mask is for the file of --out; what is kept here stays whole");
    }
    if (when == null && (cycles != null || coolDownS != null || times != null || release != null)) {
      throw misuse("--cycles, --cool-down, --release and --times go with --when");
    }
    atLeast("--cycles", cycles, 1);
    atLeast("--cool-down", coolDownS, 0);
    atLeast("--times", times, 0);
  }

  private static void atLeast(String option, @Nullable Integer given, int least) {
    if (given != null && given < least) {
      throw misuse("%s takes %d or more, not %d".formatted(option, least, given));
    }
  }

  private static Fault misuse(String words) {
    return new Fault(CliFaults.USAGE, "binnacle capture: " + words);
  }

  private Optional<Trigger> trigger() {
    return Optional.ofNullable(when)
        .map(
            condition ->
                Trigger.of(
                    condition,
                    Objects.requireNonNullElse(cycles, 5),
                    Duration.ofSeconds(Objects.requireNonNullElse(coolDownS, 300)),
                    release == null
                        ? Release.usual(call.house().settings())
                        : Release.of(release)));
  }

  private int whenever(Trigger trigger, List<Server> servers, List<InstanceRef> refs) {
    call.tell(
        "Waiting for "
            + trigger.words()
            + " on "
            + String.join(", ", refs.stream().map(InstanceRef::name).toList()));
    int taken = 0;
    int wanted = Objects.requireNonNullElse(times, 1);
    var saved = new SavedFilters(call.house().settings());
    var watch = new TriggerWatch(call.house().connections(), trigger, saved::all);
    while (!call.cancel().asked()) {
      Optional<String> fired =
          watch.await(servers, Duration.ofSeconds(1), this::trouble, call.cancel());
      if (fired.isEmpty()) {
        break;
      }
      call.tell("It holds: " + fired.get());
      taken++;
      int exit = report(take(refs, fired.get()), taken);
      boolean read = call.terminal().flushed();
      if (taken == wanted || !read) {
        return exit;
      }
    }
    return Fault.CANCELLED.kind().exitCode();
  }

  /// A condition that this server can't tell ends the wait; a server that does not answer is told
  /// once for each reason and asked again.
  private void trouble(Fault fault) {
    if (fault.code().equals(IncidentFaults.TRIGGER)) {
      throw fault;
    }
    if (!fault.detail().equals(lastTrouble)) {
      lastTrouble = fault.detail();
      call.tell("No look: " + lastTrouble);
    }
  }

  private Incident take(List<InstanceRef> refs, String trigger) {
    var options = new CaptureOptions(longer ? 10 : 3, trigger, note);
    return call.house().incidents().capture(refs, options, this::told, call.cancel());
  }

  private void told(CaptureState state) {
    state
        .part()
        .filter(part -> call.terminal().live() || part.status() != Part.Status.OK)
        .filter(part -> fresh(state.instance(), part.detail()))
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

  /// What keeps all steps of an instance from working is told once and not eleven times.
  private boolean fresh(InstanceRef instance, String detail) {
    return detail.isEmpty() || toldDetails.add(instance.id() + " " + detail);
  }

  /// @param number which capture of this run it is
  private int report(Incident incident, int number) {
    Optional<Path> file =
        Optional.ofNullable(out).map(named -> IncidentFile.numbered(named, number));
    Optional<Fault> unwritten = file.flatMap(named -> written(incident, named));
    Optional<Path> there = unwritten.isPresent() ? Optional.empty() : file;
    if (call.json()) {
      var document = new LinkedHashMap<>(IncidentView.document(incident));
      document.put("file", there.map(Path::toString));
      call.document(document);
    } else {
      IncidentView.summary(incident).forEach(call::say);
      String id = incident.id().substring(0, 8);
      call.say(
          "Kept as %s (binnacle incident show %s)%s"
              .formatted(id, id, there.map(path -> ", written to " + path).orElse("")));
    }
    // What was captured is kept and told all the same.
    unwritten.ifPresent(
        fault -> {
          throw fault;
        });
    return IncidentView.exit(incident);
  }

  private Optional<Fault> written(Incident incident, Path file) {
    try {
      call.house().incidents().export(incident, file, mask ? Mask.ALL : Mask.NONE);
      return Optional.empty();
    } catch (Fault fault) {
      return Optional.of(fault);
    }
  }
}
