package org.binnacle.diagnosis.incident.report;

import java.util.Locale;
import java.util.Optional;
import org.binnacle.diagnosis.incident.Recorded;
import org.binnacle.diagnosis.incident.RingPart;
import org.binnacle.diagnosis.trend.Metric;

/// The ten minutes before a capture as little lines, drawn here so that they need no script.
final class HtmlRing {
  private static final int WIDTH = 210;
  private static final int HEIGHT = 40;

  private HtmlRing() {}

  /// Empty where none were recorded.
  static String of(Recorded one) {
    Optional<RingPart.Figures> figures = RingPart.figures(one);
    if (figures.isEmpty() || figures.get().values().isEmpty()) {
      return "";
    }
    var page = new StringBuilder("<h3>The ten minutes before</h3>\n<div class=\"ring\">");
    figures.get().values().forEach((metric, values) -> figure(page, metric, values));
    return page.append("</div>\n").toString();
  }

  private static void figure(StringBuilder page, Metric metric, double[] values) {
    double most = 0;
    double last = Double.NaN;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        most = Math.max(most, value);
        last = value;
      }
    }
    page.append("<figure><figcaption>").append(HtmlReport.escaped(metric.title()));
    page.append(" <b>").append(words(last)).append(HtmlReport.escaped(metric.unit()));
    page.append("</b> <small>peak ").append(words(most)).append("</small></figcaption>");
    page.append("<svg viewBox=\"0 0 ").append(WIDTH).append(' ').append(HEIGHT);
    page.append("\" role=\"img\" aria-label=\"").append(HtmlReport.escaped(metric.title()));
    page.append("\">");
    lines(page, values, most <= 0 ? 1 : most);
    page.append("</svg></figure>");
  }

  /// A line for each stretch without a gap; of each column the greatest value.
  private static void lines(StringBuilder page, double[] values, double most) {
    int columns = Math.min(WIDTH, values.length);
    var line = new StringBuilder();
    for (int x = 0; x <= columns; x++) {
      double value = x < columns ? greatest(values, x, columns) : Double.NaN;
      if (Double.isNaN(value)) {
        if (!line.isEmpty()) {
          page.append("<polyline points=\"").append(line).append("\"/>");
          line.setLength(0);
        }
        continue;
      }
      double at = columns == 1 ? 0 : x * (double) WIDTH / (columns - 1);
      line.append(line.isEmpty() ? "" : " ");
      line.append(
          String.format(Locale.ROOT, "%.1f,%.1f", at, HEIGHT - 2 - (HEIGHT - 4) * value / most));
    }
  }

  private static double greatest(double[] values, int column, int columns) {
    int first = (int) ((long) column * values.length / columns);
    int end = Math.max(first + 1, (int) ((long) (column + 1) * values.length / columns));
    double greatest = Double.NaN;
    for (int i = first; i < end; i++) {
      if (!Double.isNaN(values[i])) {
        greatest = Double.isNaN(greatest) ? values[i] : Math.max(greatest, values[i]);
      }
    }
    return greatest;
  }

  private static String words(double value) {
    if (Double.isNaN(value)) {
      return "unknown";
    }
    return value == Math.rint(value) || value >= 100
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.1f", value);
  }
}
