package org.binnacle.diagnosis.view.kill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.binnacle.diagnosis.kill.KillOutcome;
import org.binnacle.diagnosis.kill.KillResult;

/// How far a run is, in a sentence.
final class RunWords {
  private RunWords() {}

  /// `2 of 5 done, 1 ending`.
  static String going(List<RunLine> lines) {
    List<RunLine> acting = lines.stream().filter(line -> line.victim().goes()).toList();
    long came = acting.stream().filter(line -> line.phase() == RunLine.Phase.CAME).count();
    long ending = acting.stream().filter(line -> line.phase() == RunLine.Phase.SENT).count();
    return "%,d of %,d done%s"
        .formatted(came, acting.size(), ending == 0 ? "" : ", %,d ending".formatted(ending));
  }

  /// `What came of it: 2 killed, 3 not tried (stopped by the user)`.
  static String done(List<RunLine> lines) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    var why = new ArrayList<String>();
    for (RunLine line : lines) {
      line.result()
          .ifPresent(
              result -> {
                counts.merge(ResultColumns.word(result), 1, Integer::sum);
                reason(result, why);
              });
    }
    String all =
        counts.entrySet().stream()
            .map(one -> "%,d %s".formatted(one.getValue(), one.getKey()))
            .collect(Collectors.joining(", "));
    return "What came of it: " + all + (why.isEmpty() ? "" : " (" + String.join("; ", why) + ")");
  }

  private static void reason(KillResult result, List<String> why) {
    if (result.outcome() instanceof KillOutcome.NotTried(String words)
        && !words.isEmpty()
        && !why.contains(words)
        && why.size() < 2) {
      why.add(words);
    }
  }
}
