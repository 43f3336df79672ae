package org.binnacle.review.mouth;

import java.util.List;
import org.binnacle.review.live.PlanFacts;
import org.binnacle.review.live.PlanStep;
import org.binnacle.review.report.StatementReport;

/// A plan in the HTML report: folded, its steps as rows that findings jump to, and the server's own
/// text for `binnacle explain --plan`.
final class HtmlPlan {
  private HtmlPlan() {}

  /// The jump from a finding to its step.
  static String link(StatementReport s, PlanStep step, String id) {
    int n = s.plan().map(p -> p.steps().indexOf(step)).orElse(0);
    return "<br/><a href=\"#%s-%d\">%s</a>".formatted(id, n, HtmlMouth.escape(step.label()));
  }

  static void tell(StringBuilder out, PlanFacts plan, String id) {
    out.append(
        "<details open=\"open\">\n<summary>Plan, about %,d rows read%s</summary>\n<table>\n"
            .formatted(
                plan.examined(),
                plan.cost().isPresent()
                    ? ", cost %,.0f".formatted(plan.cost().getAsDouble())
                    : ""));
    out.append("<tr><th>Step</th><th>Table</th><th>Index</th><th>Rows</th><th>Times</th></tr>\n");
    List<PlanStep> steps = plan.steps();
    for (int i = 0; i < steps.size(); i++) {
      PlanStep step = steps.get(i);
      out.append(
          "<tr id=\"%s-%d\"><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%,.0f</td></tr>\n"
              .formatted(
                  id,
                  i,
                  HtmlMouth.escape(step.label()),
                  HtmlMouth.escape(step.table()),
                  HtmlMouth.escape(step.index()),
                  step.rows() < 0 ? "" : "%,.0f".formatted(step.rows()),
                  step.loops()));
    }
    out.append("</table>\n<pre>")
        .append(HtmlMouth.escape(plan.raw()))
        .append("</pre>\n</details>\n");
  }
}
