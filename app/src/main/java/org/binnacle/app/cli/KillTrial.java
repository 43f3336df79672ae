package org.binnacle.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.RecordedSessions;
import org.binnacle.diagnosis.kill.KillFaults;
import org.binnacle.diagnosis.kill.KillRule;
import org.binnacle.diagnosis.kill.Snapshots;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.FileWords;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;

/// Whom a rule would take of a file or of an incident; no server is asked.
final class KillTrial {
  private final Call call;

  KillTrial(Call call) {
    this.call = call;
  }

  /// @param where a file, or an incident by the first characters of its id or `latest`
  int on(String where, KillRule rule) {
    Path file = Path.of(where);
    boolean incident = !Files.exists(file) && where.matches("latest|[0-9a-fA-F][0-9a-fA-F-]{3,35}");
    List<ProcessRow> rows = incident ? kept(where) : rows(file);
    var choice = call.house().diagnosis().kill().tryOn(rows, rule);
    if (call.json()) {
      var document = new LinkedHashMap<String, Object>();
      document.put("matched", choice.matched().stream().map(ProcessRow::id).toList());
      document.put("victims", choice.victims().stream().map(ProcessRow::id).toList());
      document.put("left_by_max", choice.left());
      document.put("protected", spared(choice));
      call.document(document);
    } else {
      call.tell(
          words(
              choice.matched().size(),
              choice.victims().size(),
              choice.left(),
              choice.spared().size(),
              choice.sparedWords()));
      KillView.rows(choice.victims())
          .lines(call.terminal())
          .forEach(call.terminal().out()::println);
    }
    return choice.victims().isEmpty() ? 0 : 1;
  }

  /// Whom a rule leaves alone, by connection id, with the reason.
  static Map<String, Object> spared(KillRule.Choice choice) {
    var spared = new LinkedHashMap<String, Object>();
    choice.spared().forEach((id, why) -> spared.put(String.valueOf(id), why));
    return spared;
  }

  private List<ProcessRow> kept(String id) {
    Incident incident = call.house().incidents().named(id);
    if (!call.json()) {
      call.tell(
          "Tried on what was recorded at %s of %s (%s)"
              .formatted(
                  IncidentView.LOCAL.format(incident.at()), incident.title(), incident.trigger()));
    }
    return RecordedSessions.of(incident);
  }

  private static List<ProcessRow> rows(Path file) {
    String json;
    try {
      json = Files.readString(file);
    } catch (IOException e) {
      throw new Fault(KillFaults.SNAPSHOT, FileWords.of(file, e), e);
    }
    var nowhere = new InstanceRef("file", file.toString(), "", "", "grey", Safety.RELAXED, "");
    return rows(file, json, nowhere);
  }

  private static List<ProcessRow> rows(Path file, String json, InstanceRef nowhere) {
    try {
      return Snapshots.read(json, nowhere);
    } catch (Fault fault) {
      throw new Fault(fault.code(), file + ": " + fault.detail(), fault);
    }
  }

  /// `12 matched, 1 taken, 2 protected: a connection of Binnacle (2)`.
  static String words(int matched, int taken, int left, int spared, String why) {
    return "%d matched, %d taken%s%s"
        .formatted(
            matched,
            taken,
            left == 0 ? "" : ", %d more left by max".formatted(left),
            spared == 0 ? "" : ", %d protected: %s".formatted(spared, why));
  }
}
