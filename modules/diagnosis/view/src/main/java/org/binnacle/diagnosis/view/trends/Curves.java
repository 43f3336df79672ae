package org.binnacle.diagnosis.view.trends;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.binnacle.diagnosis.trend.Metric;
import org.binnacle.diagnosis.trend.Series;
import org.binnacle.diagnosis.trend.Trends;
import org.binnacle.fxkit.chart.Line;

/// The lines of all charts at one moment; made off the FX thread, since it reads the store.
///
/// @param charts one list of lines for each metric that was asked for
record Curves(Instant from, Duration step, List<List<Line>> charts) {
  Curves {
    charts = List.copyOf(charts);
  }

  static Curves read(
      Trends trends,
      String instance,
      List<Metric> metrics,
      TimeSpan span,
      Overlay overlay,
      Instant now) {
    if (span == TimeSpan.MINUTES) {
      Optional<Curves> close = seconds(trends, instance, metrics);
      if (close.isPresent()) {
        return close.get();
      }
    }
    Instant from = now.minus(span.length());
    List<Series> series = trends.minutes(instance, metrics, from, now);
    List<Series> before =
        overlay == Overlay.NONE
            ? List.of()
            : trends.minutes(
                instance, metrics, from.minus(overlay.ago()), now.minus(overlay.ago()));
    var charts = new ArrayList<List<Line>>();
    for (int i = 0; i < metrics.size(); i++) {
      var lines = new ArrayList<Line>();
      lines.add(new Line("mean", series.get(i).mean(), false));
      lines.add(new Line("greatest", series.get(i).greatest(), false));
      if (!before.isEmpty() && before.get(i).known()) {
        lines.add(new Line(overlay.toString(), before.get(i).mean(), true));
      }
      charts.add(lines);
    }
    return new Curves(series.getFirst().from(), series.getFirst().step(), charts);
  }

  private static Optional<Curves> seconds(Trends trends, String instance, List<Metric> metrics) {
    var charts = new ArrayList<List<Line>>();
    Series any = null;
    for (Metric metric : metrics) {
      Optional<Series> series = trends.seconds(instance, metric);
      if (series.isEmpty()) {
        return Optional.empty();
      }
      any = series.get();
      charts.add(List.of(new Line("now", any.mean(), false)));
    }
    return any == null ? Optional.empty() : Optional.of(new Curves(any.from(), any.step(), charts));
  }
}
