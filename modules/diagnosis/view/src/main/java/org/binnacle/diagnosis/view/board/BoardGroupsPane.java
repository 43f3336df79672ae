package org.binnacle.diagnosis.view.board;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.binnacle.diagnosis.board.Board;
import org.binnacle.diagnosis.board.BoardGroup;
import org.binnacle.diagnosis.board.BoardGrouping;
import org.binnacle.fxkit.table.Column;
import org.binnacle.fxkit.table.FillColumn;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Settings;
import org.binnacle.kernel.Severity;

/// Clusters, environments, businesses or tags, worst first, in place of the table of instances.
final class BoardGroupsPane implements AutoCloseable {
  private static final String PROBLEM = "problem";

  private final Board board;
  private final LiveTable<BoardGroup, String> table;
  private final Questions counts = new Questions("groups of the board");

  /// @param open shows the instances of a group
  BoardGroupsPane(Board board, Settings settings, Consumer<BoardGroup> open) {
    this.board = board;
    table = new LiveTable<>("board.groups", BoardGroup::words, columns(), settings);
    table.sortFirst("state", false);
    table.states(group -> BoardColumns.states(group.severity()));
    table.whenEmpty(
        Placeholder.of(
            "mdi2v-view-dashboard-outline", "No groups", "No instance passes the filter."));
    table.onOpen(open);
    FillColumn.attach(table.view(), PROBLEM, 200);
  }

  private static List<Column<BoardGroup>> columns() {
    return List.of(
        Column.<BoardGroup>text("state", "State", 86, BoardGroup::state)
            .icon(group -> BoardColumns.icon(group.severity(), group.state().equals("down")))
            .orderedBy(BoardGrouping.WORST_FIRST),
        Column.<BoardGroup>number(
            "score",
            "Score",
            58,
            group -> BoardColumns.score(group.severity(), group.score()),
            BoardGroup::score),
        Column.<BoardGroup>text("group", "Group", 150, BoardGroup::words).keepEnds(),
        count("members", "Instances", 84, group -> group.members().size()),
        count("critical", "Critical", 74, BoardGroup::critical),
        count("down", "Down", 62, BoardGroup::down),
        count("unknown", "?", 48, BoardGroup::unknown),
        count("warnings", "Warnings", 82, BoardGroup::warnings),
        Column.<BoardGroup>text("worst", "Worst", 120, group -> worst(group)).keepEnds(),
        Column.<BoardGroup>text(PROBLEM, "Its top problem", 260, BoardGroup::problem),
        count("active", "Active", 66, BoardGroup::active),
        count("qps", "QPS", 66, BoardGroup::qps));
  }

  /// Where all are well none of them is the worst.
  private static String worst(BoardGroup group) {
    return group.severity() == Severity.OK ? "" : group.worst();
  }

  private static Column<BoardGroup> count(
      String id, String title, int width, ToLongFunction<BoardGroup> of) {
    return Column.number(
        id,
        title,
        width,
        group -> of.applyAsLong(group) == 0 ? "" : "%,d".formatted(of.applyAsLong(group)),
        group -> of.applyAsLong(group));
  }

  LiveTable<BoardGroup, String> table() {
    return table;
  }

  /// Puts together off the FX thread; the newest question wins.
  void count(List<BoardRow> rows, BoardGrouping by) {
    counts.ask(
        () -> board.groups(rows.stream().map(BoardRow::beat).toList(), by),
        outcome -> {
          if (outcome instanceof Outcome.Ok<List<BoardGroup>>(List<BoardGroup> groups)) {
            table.rows(groups);
          }
        });
  }

  @Override
  public void close() {
    counts.close();
    table.close();
  }
}
