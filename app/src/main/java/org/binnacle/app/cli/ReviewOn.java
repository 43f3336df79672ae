package org.binnacle.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.binnacle.app.live.Chosen;
import org.binnacle.app.live.SnapshotFile;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Safety;
import org.binnacle.review.ReviewFaults;
import org.binnacle.review.live.LiveLimits;
import org.binnacle.review.live.LiveProbe;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of a review that ask a server.
final class ReviewOn {
  @Option(
      names = "--on",
      paramLabel = "TARGET",
      description =
          "Ask a server too: an instance, a cluster (its least-lagging read-only replica) or"
              + " mysql://user@host:port. Nothing is run but reading questions and EXPLAIN.")
  @Nullable String on;

  @Option(
      names = {"-d", "--database"},
      paramLabel = "NAME",
      description = "What unqualified names are of, until a script says USE.")
  String database = "";

  @Option(
      names = "--on-source",
      description = "A server that takes writes may be asked; it is confirmed.")
  boolean onSource;

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask before a source is asked.")
  boolean yes;

  @Option(
      names = "--confirm",
      paramLabel = "NAME",
      description = "The source's name, where its environment asks for it to be typed.")
  @Nullable String confirm;

  @Option(
      names = "--max-plans",
      paramLabel = "N",
      description = "Statements that are explained at most (default: 500).")
  int maxPlans = LiveLimits.standard().plans();

  @Option(
      names = "--max-seconds",
      paramLabel = "N",
      description = "The server is asked for so long at most (default: 120).")
  int maxSeconds = (int) LiveLimits.standard().time().toSeconds();

  @Option(
      names = "--take-snapshot",
      paramLabel = "TARGET",
      description =
          "Write the tables of a server to --out, for --snapshot: of --database, or of all that are"
              + " not the server's own.")
  @Nullable String takeSnapshot;

  LiveLimits limits() {
    return new LiveLimits(maxPlans, Duration.ofSeconds(maxSeconds));
  }

  /// The server, where one is to be asked; the caller closes it.
  Optional<LiveProbe> probe(Call call) {
    if (maxPlans < 0 || maxPlans > LiveLimits.MOST_PLANS) {
      throw misuse("--max-plans takes 0 to " + LiveLimits.MOST_PLANS + ", not " + maxPlans);
    }
    if (maxSeconds < 1 || maxSeconds > LiveLimits.MOST_SECONDS) {
      throw misuse("--max-seconds takes 1 to " + LiveLimits.MOST_SECONDS + ", not " + maxSeconds);
    }
    if (on == null) {
      if (onSource) {
        throw misuse("--on-source goes with --on");
      }
      return Optional.empty();
    }
    Chosen chosen = chosen(call, on);
    return Optional.of(call.house().liveReviews().open(chosen, call.cancel()));
  }

  private Chosen chosen(Call call, String target) {
    Chosen chosen = call.house().liveReviews().choose(target, onSource, call.cancel());
    if (chosen.source()) {
      confirmed(call, chosen);
    }
    String others =
        chosen.passed().isEmpty() ? "" : " (" + String.join(", ", chosen.passed()) + ")";
    call.tell(
        "asking %s, %s, %s%s: %s%s"
            .formatted(
                chosen.server().ref().name(),
                chosen.version(),
                chosen.role(),
                chosen.lagS().isPresent() ? ", " + chosen.lagS().getAsLong() + " s behind" : "",
                chosen.why(),
                others));
    return chosen;
  }

  private void confirmed(Call call, Chosen chosen) {
    var ref = chosen.server().ref();
    if (ref.safety() == Safety.STRICT) {
      String typed = confirm;
      if (typed == null && call.terminal().prompt().possible()) {
        call.terminal().flushed();
        typed =
            call.terminal()
                .prompt()
                .line(
                    "The review will ask a source of "
                        + Harmless.line(ref.environment())
                        + ". Type the name of the instance ("
                        + Harmless.line(ref.name())
                        + ") to go on: ")
                .orElse("");
      }
      if (typed == null || !typed.strip().equals(ref.name())) {
        throw new Fault(ReviewFaults.NEEDS_NAME, ref.name());
      }
    } else if (!yes) {
      call.agreed("Ask " + ref.name() + ", which takes writes?", "asked");
    }
  }

  /// Writes what `--take-snapshot` asks for.
  int snapshot(Call call, @Nullable Path out) {
    if (out == null) {
      throw misuse("--take-snapshot wants --out FILE");
    }
    Chosen chosen = chosen(call, String.valueOf(takeSnapshot));
    try (LiveProbe probe = call.house().liveReviews().open(chosen, call.cancel())) {
      List<String> databases =
          database.isEmpty()
              ? new ArrayList<>(
                  probe.databases().stream().filter(d -> !SnapshotFile.ofTheServer(d)).toList())
              : List.of(database);
      var taken =
          call.house()
              .liveReviews()
              .snapshot(chosen, probe, databases, call.progress(), call.cancel());
      Files.write(out, taken.bytes());
      call.tell(
          "%d tables of %s from %s written to %s"
              .formatted(
                  taken.tables(),
                  databases.size() == 1 ? databases.getFirst() : databases.size() + " databases",
                  chosen.server().ref().name(),
                  out));
      taken.notes().forEach(note -> call.tell("note: " + note));
      return 0;
    } catch (IOException e) {
      throw new Fault(CliFaults.NO_FILE, out.toString(), e);
    }
  }

  private static Fault misuse(String words) {
    return new Fault(CliFaults.USAGE, "binnacle review: " + words);
  }
}
