package org.binnacle.explain.mouth;

import org.binnacle.explain.compare.Change;
import org.binnacle.explain.insight.Finding;

/// A plan for a ticket or a wiki. What servers send is escaped or fenced.
final class MarkdownMouth {
  private MarkdownMouth() {}

  static String of(Told told) {
    var text = new StringBuilder("# Plan\n\n");
    fenced(text, TextTree.of(told.plan()));
    told.plan().notes().forEach(note -> text.append("\n> ").append(escaped(note)).append('\n'));
    if (!told.findings().isEmpty()) {
      text.append("\n## Findings\n");
      var words = new Findings(told.plan());
      for (Finding finding : told.findings()) {
        text.append("\n### ")
            .append(finding.severity())
            .append(": ")
            .append(escaped(finding.words()))
            .append("\n\n");
        words
            .steps(finding)
            .forEach(step -> text.append("- at ").append(escaped(step)).append('\n'));
        text.append("- ").append(escaped(Findings.evidence(finding))).append('\n');
        text.append("- next: ").append(escaped(finding.next())).append('\n');
        text.append("- id `").append(finding.insight()).append("`\n");
      }
    }
    told.comparison()
        .ifPresent(
            comparison -> {
              text.append("\n## Changes\n\n");
              for (Change change : comparison.changes()) {
                if (change.shape()) {
                  text.append("- ").append(escaped(Changes.words(change))).append('\n');
                }
              }
              text.append("- cost ").append(Changes.delta(comparison.cost())).append('\n');
              text.append("- ms ").append(Changes.delta(comparison.timeMs())).append('\n');
            });
    told.plan()
        .rewritten()
        .ifPresent(
            sql -> {
              text.append("\n## Rewritten statement\n\n");
              fenced(text, sql + "\n");
            });
    return text.toString();
  }

  /// A fence longer than any run of backticks inside.
  private static void fenced(StringBuilder text, String content) {
    int longest = 2;
    int run = 0;
    for (int i = 0; i < content.length(); i++) {
      run = content.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    String fence = "`".repeat(longest + 1);
    text.append(fence).append("text\n").append(content).append(fence).append('\n');
  }

  /// One line in which nothing is markup.
  static String escaped(String words) {
    String line = Findings.line(words);
    var text = new StringBuilder(line.length() + 16);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      switch (c) {
        case '<' -> text.append("&lt;");
        case '>' -> text.append("&gt;");
        case '&' -> text.append("&amp;");
        case '\\', '`', '*', '_', '{', '}', '[', ']', '#', '|', '!', '~', '$' ->
            text.append('\\').append(c);
        default -> text.append(c);
      }
    }
    return text.toString();
  }
}
