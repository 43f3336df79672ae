package org.binnacle.explain.mouth;

import org.binnacle.explain.compare.Change;
import org.binnacle.explain.compare.Comparison;
import org.binnacle.explain.insight.Finding;

/// A plan for a terminal: the aligned tree, then what was found, then what changed.
final class TextMouth {
  private TextMouth() {}

  static String of(Told told) {
    var text = new StringBuilder(TextTree.of(told.plan()));
    told.plan()
        .notes()
        .forEach(note -> text.append("\nNote: ").append(Findings.line(note)).append('\n'));
    var words = new Findings(told.plan());
    for (Finding finding : told.findings()) {
      text.append('\n')
          .append(finding.severity())
          .append("  ")
          .append(finding.insight())
          .append('\n');
      line(text, finding.words());
      words.steps(finding).forEach(step -> line(text, "at: " + step));
      if (!finding.evidence().isEmpty()) {
        line(text, Findings.evidence(finding));
      }
      line(text, "next: " + finding.next());
    }
    told.comparison().ifPresent(comparison -> changes(text, comparison));
    return text.toString();
  }

  private static void changes(StringBuilder text, Comparison comparison) {
    text.append("\nChanges: ")
        .append(comparison.sameShape() ? "none in what is done" : "")
        .append('\n');
    for (Change change : comparison.changes()) {
      if (change.shape()) {
        line(text, Changes.words(change));
      }
    }
    line(text, "cost " + Changes.delta(comparison.cost()));
    if (comparison.timeMs().after().isPresent() || comparison.timeMs().before().isPresent()) {
      line(text, "ms " + Changes.delta(comparison.timeMs()));
    }
  }

  private static void line(StringBuilder text, String words) {
    text.append("  ").append(Findings.line(words)).append('\n');
  }
}
