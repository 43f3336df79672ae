package org.binnacle.explain.view.plan;

import java.util.List;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.drawing.Weights;
import org.binnacle.explain.insight.Evidence;
import org.binnacle.explain.insight.Finding;
import org.binnacle.explain.mouth.Figures;
import org.binnacle.kernel.Severity;

/// Findings in words and colours of the screen. Pure.
final class Findings {
  private Findings() {}

  /// The colour token of a severity.
  static String token(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "red";
      case WARNING -> "orange";
      case NOTICE -> "blue";
      case UNKNOWN -> "grey";
      case OK -> "green";
    };
  }

  static String icon(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "mdi2a-alert-octagon";
      case WARNING -> "mdi2a-alert";
      case NOTICE, UNKNOWN, OK -> "mdi2i-information-outline";
    };
  }

  /// A few words for a chip: what was found and where.
  static String chip(Finding finding, Weights plan) {
    String what = finding.insight().substring(finding.insight().indexOf('.') + 1);
    String area = finding.insight().substring(0, Math.max(0, finding.insight().indexOf('.')));
    String words = (area.isEmpty() ? what : area + " " + what).replace('-', ' ');
    String table =
        finding.nodes().stream()
            .flatMap(id -> plan.node(id).stream())
            .map(Findings::table)
            .filter(name -> !name.isEmpty())
            .findFirst()
            .orElse("");
    String more = finding.nodes().size() > 1 ? " ×" + finding.nodes().size() : "";
    return words + (table.isEmpty() ? "" : ": " + table) + more;
  }

  private static String table(PlanNode node) {
    return node.table().map(table -> table.name()).orElse("");
  }

  /// `rows read 28,879; percent of the cost 100`.
  static String evidence(List<Evidence> evidence) {
    var text = new StringBuilder();
    for (Evidence one : evidence) {
      text.append(text.isEmpty() ? "" : "; ")
          .append(one.what())
          .append(' ')
          .append(Figures.plain(one.value()));
    }
    return text.toString();
  }
}
