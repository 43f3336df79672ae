package org.binnacle.app.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.binnacle.diagnosis.tape.RecordLimits;
import org.binnacle.diagnosis.tape.Recorder;
import org.binnacle.diagnosis.tape.Recorders;
import org.binnacle.diagnosis.tape.Tape;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.mysql.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `binnacle record`.
@Command(
    name = "record",
    description =
        "Record sessions, locks, transactions, replication and InnoDB look by look, to go back to.",
    footerHeading = "%nFor example:%n",
    footer = {
      "  binnacle record shop-1 --for 10m",
      "  binnacle record shop-1 shop-2 --for 1h --every 5s --size 100",
      "Ctrl+C ends it early; what there is by then is kept. The window opens it with a slider over",
      "all of it; see binnacle incident list."
    })
final class RecordCommand implements Callable<Integer> {
  private final Call call;

  RecordCommand(Call call) {
    this.call = call;
  }

  @Parameters(
      paramLabel = "TARGET",
      arity = "1..*",
      description = "Names of the inventory, or mysql://user@host:port.")
  List<String> targets = List.of();

  @Option(
      names = "--for",
      paramLabel = "TIME",
      description = "How long at most: 90s, 10m, 2h (default: 10m; a day at most).")
  String length = "10m";

  @Option(
      names = "--every",
      paramLabel = "TIME",
      description = "The time between two looks at sessions (default: 1s).")
  String every = "1s";

  @Option(
      names = "--size",
      paramLabel = "MB",
      description = "It ends at so many megabytes (default: 200; 2000 at most).")
  int megabytes = 200;

  @Option(names = "--note", paramLabel = "TEXT", description = "Kept with it.")
  String note = "";

  @Override
  public Integer call() {
    if (megabytes < 1 || megabytes > 2_000) {
      throw misuse("--size takes 1 to 2000, not " + megabytes);
    }
    Duration longest = span("--for", length);
    if (longest.isZero() || longest.compareTo(Duration.ofDays(1)) > 0) {
      throw misuse("--for takes 1s to 24h, not " + length);
    }
    Duration between = span("--every", every);
    if (between.isZero() || between.compareTo(longest) >= 0) {
      throw misuse("--every takes 1s or more, and less than --for, not " + every);
    }
    List<InstanceRef> refs =
        targets.stream().map(call::target).distinct().map(Server::ref).toList();
    refs.forEach(this::answers);
    Recorders recorders = call.house().recorders();
    Recorder recorder =
        recorders.start(
            title(refs), refs, new RecordLimits(longest, megabytes * 1_000_000L, between));
    call.cancel().onAsk(recorder::stop);
    watch(recorder);
    return report(recorder.state().tape());
  }

  private static Fault misuse(String words) {
    return new Fault(CliFaults.USAGE, "binnacle record: " + words);
  }

  private static Duration span(String option, String text) {
    try {
      return Times.span(text);
    } catch (Fault fault) {
      throw misuse(option + " takes a time such as 90s, 10m, 2h, not " + text);
    }
  }

  /// A target that cannot be reached is told now and not at the end of an hour.
  private void answers(InstanceRef ref) {
    var ignored = call.house().diagnosis().session().denied(ref);
  }

  private static String title(List<InstanceRef> refs) {
    if (refs.size() == 1) {
      return refs.getFirst().name();
    }
    List<String> clusters = refs.stream().map(InstanceRef::cluster).distinct().toList();
    return clusters.size() == 1 && !clusters.getFirst().isEmpty()
        ? clusters.getFirst()
        : refs.size() + " instances";
  }

  private void watch(Recorder recorder) {
    call.tell(
        "Recording %s for %s at most; Ctrl+C ends it"
            .formatted(
                recorder.state().tape().title(), Tape.words(recorder.state().limits().atMost())));
    long told = 0;
    while (!recorder.await(Duration.ofSeconds(1))) {
      Recorder.State state = recorder.state();
      long minute = state.length().toMinutes();
      if (minute > told) {
        told = minute;
        call.tell(
            "%s, %,d looks, %s"
                .formatted(
                    Tape.words(state.length()),
                    state.tape().looks(),
                    Tape.size(state.tape().bytes())));
      }
    }
  }

  private int report(Tape tape) {
    if (!note.isEmpty()) {
      call.house().incidents().note(tape.id(), note);
    }
    String id = tape.id().substring(0, 8);
    if (call.json()) {
      var document = new LinkedHashMap<String, Object>();
      document.put("id", tape.id());
      document.put("from", tape.from().toString());
      document.put("to", tape.to().toString());
      document.put("instances", tape.instances().stream().map(InstanceRef::name).toList());
      document.put("looks", tape.looks());
      document.put("bytes", tape.bytes());
      document.put("ended", tape.ended());
      call.document(document);
    } else {
      call.say("A " + tape.words());
      call.say("Kept as %s (binnacle incident show %s)".formatted(id, id));
    }
    return 0;
  }
}
