package org.binnacle.diagnosis.view.innodb;

import java.util.ArrayList;
import java.util.List;
import org.binnacle.diagnosis.innodb.Figure;
import org.binnacle.diagnosis.innodb.InnoDbScene;
import org.binnacle.kernel.InstanceRef;

/// One figure of one instance.
///
/// @param number its place from the top
/// @param bars its course as little bars
record InnoDbLine(InstanceRef instance, Figure figure, int number, String bars) {
  private static final String LEVELS = "▁▂▃▄▅▆▇█";
  private static final int LENGTH = 16;

  static List<InnoDbLine> of(List<InnoDbScene> scenes) {
    var lines = new ArrayList<InnoDbLine>();
    for (InnoDbScene scene : scenes) {
      for (Figure figure : scene.figures()) {
        lines.add(
            new InnoDbLine(
                scene.instance(),
                figure,
                lines.size(),
                bars(scene.trends().getOrDefault(figure.key(), List.of()))));
      }
    }
    return lines;
  }

  /// The height stands for the greatest value; a line that stands still is told by nothing, since
  /// it would only distract.
  static String bars(List<Double> values) {
    List<Double> last = values.subList(Math.max(0, values.size() - LENGTH), values.size());
    double most = last.stream().filter(v -> !v.isNaN()).mapToDouble(v -> v).max().orElse(0);
    double least = last.stream().filter(v -> !v.isNaN()).mapToDouble(v -> v).min().orElse(0);
    if (most <= 0 || most == least) {
      return "";
    }
    var text = new StringBuilder();
    for (double value : last) {
      text.append(
          Double.isNaN(value)
              ? '·'
              : LEVELS.charAt((int) Math.round(Math.max(0, value) / most * (LEVELS.length() - 1))));
    }
    return text.toString();
  }

  String key() {
    return instance.id() + " " + figure.key();
  }
}
