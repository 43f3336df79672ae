package org.binnacle.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.binnacle.app.cli.Table.Cell;
import org.binnacle.app.cli.Table.Column;
import org.binnacle.diagnosis.board.BoardGroup;
import org.binnacle.diagnosis.board.BoardGrouping;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Severity;

/// Groups of the fleet board, as text or as documents.
final class BoardGroupsView {
  private BoardGroupsView() {}

  static Table table(BoardGrouping by, List<BoardGroup> groups) {
    var table =
        new Table(
            Column.text("STATE"),
            Column.number("SCORE").spare(1),
            Column.text(by.words().toUpperCase(Locale.ROOT)),
            Column.number("INSTANCES"),
            Column.number("CRITICAL").spare(7),
            Column.number("DOWN").spare(6),
            Column.number("?").spare(5),
            Column.number("WARNINGS").spare(8),
            Column.number("ACTIVE").spare(3),
            Column.number("QPS").spare(4),
            Column.text("WORST").spare(2),
            Column.elastic("ITS PROBLEM"));
    for (BoardGroup group : groups) {
      table.row(
          new Cell(group.state(), BoardView.tone(group.severity())),
          BoardView.score(group.severity(), group.score()),
          group.words(),
          group.members().size(),
          some(group.critical()),
          some(group.down()),
          some(group.unknown()),
          some(group.warnings()),
          some(group.active()),
          some(group.qps()),
          group.severity() == Severity.OK ? "" : group.worst(),
          group.problem());
    }
    return table;
  }

  private static String some(long number) {
    return number == 0 ? "" : String.format(Locale.ROOT, "%,d", number);
  }

  static Map<String, Object> document(BoardGroup group) {
    var document = new LinkedHashMap<String, Object>();
    document.put("words", group.words());
    document.put("where", group.term());
    document.put("severity", group.state());
    document.put("score", group.score());
    document.put("instances", group.members().stream().map(InstanceRef::name).toList());
    document.put("critical", group.critical());
    document.put("down", group.down());
    document.put("unknown", group.unknown());
    document.put("warnings", group.warnings());
    document.put("active", group.active());
    document.put("qps", group.qps());
    document.put("worst", group.worst());
    document.put("problem", group.problem());
    return document;
  }
}
