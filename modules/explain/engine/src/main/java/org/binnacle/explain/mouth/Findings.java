package org.binnacle.explain.mouth;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.binnacle.explain.Plan;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.insight.Evidence;
import org.binnacle.explain.insight.Finding;

/// Findings in words, for all mouths.
final class Findings {
  private final Map<String, String> labels = new HashMap<>();

  Findings(Plan plan) {
    for (PlanNode node : plan.nodes()) {
      labels.put(node.id(), line(node.label()));
    }
  }

  /// The steps that a finding is about; empty where it is about the whole plan.
  List<String> steps(Finding finding) {
    return finding.nodes().stream().map(id -> labels.getOrDefault(id, id)).toList();
  }

  /// `rows read 28,879; percent of the cost 100`.
  static String evidence(Finding finding) {
    return finding.evidence().stream()
        .map(one -> one.what() + " " + number(one))
        .collect(Collectors.joining("; "));
  }

  private static String number(Evidence evidence) {
    return Figures.plain(evidence.value());
  }

  /// A text of the server's on one line, without control characters.
  static String line(String text) {
    var line = new StringBuilder(text.length());
    boolean blank = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space =
          Character.isWhitespace(c)
              || Character.isISOControl(c)
              || Character.getType(c) == Character.FORMAT;
      if (!space) {
        line.append(c);
      } else if (!blank) {
        line.append(' ');
      }
      blank = space;
    }
    return line.toString().strip();
  }
}
