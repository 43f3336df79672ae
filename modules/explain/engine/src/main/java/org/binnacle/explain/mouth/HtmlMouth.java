package org.binnacle.explain.mouth;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.binnacle.explain.Flag;
import org.binnacle.explain.Measure;
import org.binnacle.explain.Plan;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.compare.Change;
import org.binnacle.explain.insight.Finding;
import org.binnacle.kernel.Severity;

/// A plan as one HTML page that needs nothing else: no script, no network, a tree that folds. What
/// servers send is hostile input and is escaped everywhere.
final class HtmlMouth {
  private final StringBuilder page = new StringBuilder();
  private final Map<String, Severity> worst = new HashMap<>();

  private HtmlMouth() {}

  static String of(Told told) {
    return new HtmlMouth().page(told);
  }

  private String page(Told told) {
    for (Finding finding : told.findings()) {
      finding.nodes().forEach(id -> worst.merge(id, finding.severity(), HtmlMouth::worse));
    }
    page.append(HtmlPage.HEAD);
    head(told.plan());
    var words = new Findings(told.plan());
    told.findings().forEach(finding -> finding(finding, words));
    page.append("<h2>Plan</h2>\n");
    told.plan().roots().forEach(this::node);
    told.comparison()
        .ifPresent(
            comparison -> {
              page.append("<h2>Changes</h2>\n<ul>\n");
              comparison.changes().stream()
                  .filter(Change::shape)
                  .forEach(change -> item(Changes.words(change)));
              item("cost " + Changes.delta(comparison.cost()));
              item("ms " + Changes.delta(comparison.timeMs()));
              page.append("</ul>\n");
            });
    told.plan().rewritten().ifPresent(sql -> folded("Rewritten statement", sql));
    folded("As the server printed it", told.plan().raw());
    return page.append("</body>\n</html>\n").toString();
  }

  private void head(Plan plan) {
    page.append("<h1>Plan</h1>\n<p>")
        .append(escaped(plan.format().name().toLowerCase(Locale.ROOT).replace('_', ' ')))
        .append(plan.analysed() ? ", measured" : ", estimated");
    plan.cost().ifPresent(cost -> page.append(", cost ").append(escaped(Figures.plain(cost))));
    page.append("</p>\n");
    plan.notes()
        .forEach(note -> page.append("<p class=\"note\">").append(escaped(note)).append("</p>\n"));
  }

  private void finding(Finding finding, Findings words) {
    page.append("<section class=\"")
        .append(mark(finding.severity()))
        .append("\"><b>")
        .append(finding.severity())
        .append("</b> ")
        .append(escaped(finding.words()))
        .append("<ul>\n");
    List<String> steps = words.steps(finding);
    for (int i = 0; i < steps.size(); i++) {
      page.append("<li>at <a href=\"#s")
          .append(escaped(finding.nodes().get(i)))
          .append("\">")
          .append(escaped(steps.get(i)))
          .append("</a></li>\n");
    }
    item(Findings.evidence(finding));
    item("Next: " + finding.next());
    page.append("</ul></section>\n");
  }

  private void item(String words) {
    page.append("<li>").append(escaped(words)).append("</li>\n");
  }

  private void node(PlanNode node) {
    boolean leaf = node.children().isEmpty();
    page.append(leaf ? "<div" : "<details open")
        .append(" id=\"s")
        .append(escaped(node.id()))
        .append("\">");
    page.append(leaf ? "<p>" : "<summary>");
    Severity severity = worst.get(node.id());
    if (severity != null) {
      page.append("<b class=\"")
          .append(mark(severity))
          .append("\">")
          .append(severity)
          .append("</b> ");
    }
    page.append("<code>").append(escaped(Findings.line(node.label()))).append("</code> ");
    figures(node);
    flags(node.traits().flags());
    page.append(leaf ? "</p>" : "</summary>\n");
    node.children().forEach(this::node);
    page.append(leaf ? "</div>\n" : "</details>\n");
  }

  private void figures(PlanNode node) {
    node.estimate().rows().ifPresent(rows -> figure("est rows", rows));
    node.estimate().cost().ifPresent(cost -> figure("cost", cost));
    switch (node.measure()) {
      case Measure.Measured measured -> {
        figure("rows", measured.rows());
        figure("loops", measured.loops());
        measured.totalMs().ifPresent(ms -> figure("ms", ms));
        measured.selfMs().ifPresent(ms -> figure("self ms", ms));
      }
      case Measure.NeverExecuted never -> page.append("<i>never executed</i> ");
      case Measure.Unmeasured unmeasured -> {}
    }
  }

  private void figure(String name, double value) {
    page.append("<span>")
        .append(name)
        .append(' ')
        .append(escaped(Figures.plain(value)))
        .append("</span> ");
  }

  private void flags(Collection<Flag> flags) {
    flags.forEach(flag -> page.append("<i>").append(flag.words()).append("</i> "));
  }

  private void folded(String title, String text) {
    page.append("<details><summary>")
        .append(title)
        .append("</summary><pre>")
        .append(escaped(text))
        .append("</pre></details>\n");
  }

  private static Severity worse(Severity one, Severity other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static String mark(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  static String escaped(String text) {
    var safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        case '\n', '\t' -> safe.append(c);
        default -> safe.append(Character.isISOControl(c) || bidi(c) ? '\uFFFD' : c);
      }
    }
    return safe.toString();
  }

  /// Characters that turn the direction of text, with which a label could pretend to be another.
  private static boolean bidi(char c) {
    return (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
  }
}
