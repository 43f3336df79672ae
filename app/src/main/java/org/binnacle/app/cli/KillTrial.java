package org.binnacle.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.binnacle.diagnosis.kill.KillFaults;
import org.binnacle.diagnosis.kill.KillRule;
import org.binnacle.diagnosis.kill.Snapshots;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.FileWords;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;

/// Whom a rule would take of a file; no server is asked.
final class KillTrial {
  private final Call call;

  KillTrial(Call call) {
    this.call = call;
  }

  int on(Path file, KillRule rule) {
    String json;
    try {
      json = Files.readString(file);
    } catch (IOException e) {
      throw new Fault(KillFaults.SNAPSHOT, FileWords.of(file, e), e);
    }
    var nowhere = new InstanceRef("file", file.toString(), "", "", "grey", Safety.RELAXED, "");
    var choice = call.house().diagnosis().kill().tryOn(rows(file, json, nowhere), rule);
    if (call.json()) {
      var document = new LinkedHashMap<String, Object>();
      document.put("matched", choice.matched().stream().map(ProcessRow::id).toList());
      document.put("victims", choice.victims().stream().map(ProcessRow::id).toList());
      document.put("left_by_max", choice.left());
      var spared = new LinkedHashMap<String, Object>();
      choice.spared().forEach((id, why) -> spared.put(String.valueOf(id), why));
      document.put("protected", spared);
      call.document(document);
    } else {
      call.tell(
          words(
              choice.matched().size(),
              choice.victims().size(),
              choice.left(),
              choice.spared().size()));
      KillView.rows(choice.victims())
          .lines(call.terminal())
          .forEach(call.terminal().out()::println);
    }
    return choice.victims().isEmpty() ? 0 : 1;
  }

  private static List<ProcessRow> rows(Path file, String json, InstanceRef nowhere) {
    try {
      return Snapshots.read(json, nowhere);
    } catch (Fault fault) {
      throw new Fault(fault.code(), file + ": " + fault.detail(), fault);
    }
  }

  /// `12 matched, 1 taken, 2 protected`.
  static String words(int matched, int taken, int left, int spared) {
    return "%d matched, %d taken%s%s"
        .formatted(
            matched,
            taken,
            left == 0 ? "" : ", %d more left by max".formatted(left),
            spared == 0 ? "" : ", %d protected".formatted(spared));
  }
}
