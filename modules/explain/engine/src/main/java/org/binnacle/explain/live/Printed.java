package org.binnacle.explain.live;

import java.util.List;
import org.binnacle.mysql.PlanWords.Format;
import org.binnacle.mysql.Row;
import org.binnacle.mysql.Session;

/// What a server prints for a plan, as one text: the tabular format as the mysql client prints it
/// in batches, the others as they are.
final class Printed {
  private Printed() {}

  static String by(Session session, String sql, Format format) {
    List<Line> lines =
        session.query(sql, format == Format.TABULAR ? Printed::cells : Printed::document);
    var text = new StringBuilder();
    if (format == Format.TABULAR && !lines.isEmpty()) {
      text.append(lines.getFirst().head()).append('\n');
    }
    for (Line line : lines) {
      text.append(line.text());
      if (!line.text().endsWith("\n")) {
        text.append('\n');
      }
    }
    return text.toString();
  }

  private record Line(String head, String text) {}

  private static Line document(Row row) {
    return new Line("", row.text(row.columns().getFirst(), ""));
  }

  private static Line cells(Row row) {
    return new Line(
        String.join("\t", row.columns()),
        String.join(
            "\t",
            row.columns().stream()
                .map(column -> row.text(column).map(Printed::escaped).orElse("NULL"))
                .toList()));
  }

  private static String escaped(String cell) {
    return cell.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
  }
}
