package org.binnacle.diagnosis.view.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.RecordedSessions;
import org.binnacle.diagnosis.kill.KillFaults;
import org.binnacle.diagnosis.kill.Snapshots;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.FileWords;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;

/// What a rule is tried on.
sealed interface RuleSource {

  String words();

  /// The sessions, asked for anew; only these can be killed.
  record Now() implements RuleSource {
    @Override
    public String words() {
      return "the sessions of now";
    }
  }

  /// Rows that are known already, such as those of a time of the past that a table shows.
  record Known(String words, List<ProcessRow> rows) implements RuleSource {
    public Known {
      rows = List.copyOf(rows);
    }
  }

  record OfIncident(Incident.Head head) implements RuleSource {
    private static final DateTimeFormatter AT =
        DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    @Override
    public String words() {
      return "incident of " + AT.format(head.at()) + ": " + head.title();
    }
  }

  record OfFile(Path file) implements RuleSource {
    @Override
    public String words() {
      return "file " + file.getFileName();
    }
  }

  /// The stored rows; empty for {@link Now}. Blocks.
  default Optional<List<ProcessRow>> rows(Kit kit) {
    return switch (this) {
      case Now() -> Optional.empty();
      case Known known -> Optional.of(known.rows());
      case OfIncident(Incident.Head head) ->
          Optional.of(RecordedSessions.of(kit.incidents().orElseThrow().find(head.id())));
      case OfFile(Path file) -> Optional.of(read(file));
    };
  }

  private static List<ProcessRow> read(Path file) {
    var nowhere =
        new InstanceRef("file", file.getFileName().toString(), "", "", "grey", Safety.RELAXED, "");
    try {
      return Snapshots.read(Files.readString(file), nowhere);
    } catch (IOException e) {
      throw new Fault(KillFaults.SNAPSHOT, FileWords.of(file, e), e);
    }
  }
}
