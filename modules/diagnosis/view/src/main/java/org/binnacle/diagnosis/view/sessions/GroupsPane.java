package org.binnacle.diagnosis.view.sessions;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import javafx.scene.Node;
import org.binnacle.diagnosis.group.GroupBy;
import org.binnacle.diagnosis.group.Groups;
import org.binnacle.diagnosis.group.SessionGroup;
import org.binnacle.diagnosis.mark.MarkColour;
import org.binnacle.diagnosis.query.SessionQuery;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.Span;
import org.binnacle.fxkit.table.Column;
import org.binnacle.fxkit.table.FillColumn;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Settings;

/// Sessions counted by what they have in common, in place of the table of sessions.
final class GroupsPane implements AutoCloseable {
  private final LiveTable<SessionGroup, String> table;
  private final Questions counts = new Questions("groups of sessions");

  /// @param open shows the sessions of a group
  GroupsPane(Settings settings, Consumer<SessionGroup> open) {
    table = new LiveTable<>("sessions.groups", group -> group.words(), columns(), settings);
    table.sortFirst("count", true);
    table.states(
        group ->
            group.blocked() > 0
                ? Marking.states(MarkColour.ORANGE)
                : group.idleInTrx() > 0 ? Marking.states(MarkColour.YELLOW) : Set.of());
    table.whenEmpty(
        Placeholder.of("mdi2s-sleep", "Nobody to count", "No session passes the filter."));
    table.onOpen(open);
    FillColumn.attach(table.view(), "sql", 200);
  }

  private static List<Column<SessionGroup>> columns() {
    return List.of(
        Column.text("group", "Group", 260, SessionGroup::words).keepEnds(),
        count("count", "Sessions", 84, SessionGroup::count),
        count("active", "Active", 72, SessionGroup::active),
        count("blocked", "Blocked", 78, SessionGroup::blocked),
        count("idle", "Idle in trx", 92, SessionGroup::idleInTrx),
        Column.number(
            "max",
            "Longest",
            84,
            (SessionGroup group) -> Span.words(group.maxUs()),
            SessionGroup::maxUs),
        Column.number(
            "sum",
            "Together",
            88,
            (SessionGroup group) -> Span.words(group.sumUs()),
            SessionGroup::sumUs),
        Column.text("sql", "SQL of the longest", 280, SessionGroup::sql).mono());
  }

  private static Column<SessionGroup> count(
      String id, String title, int width, ToLongFunction<SessionGroup> of) {
    return Column.number(
        id,
        title,
        width,
        group -> of.applyAsLong(group) == 0 ? "" : "%,d".formatted(of.applyAsLong(group)),
        group -> of.applyAsLong(group));
  }

  Node node() {
    return table.view();
  }

  LiveTable<SessionGroup, String> table() {
    return table;
  }

  /// Counts off the FX thread; the newest question wins.
  void count(List<ProcessRow> rows, SessionQuery query, GroupBy by) {
    counts.ask(
        () -> Groups.of(rows.stream().filter(query).toList(), by),
        outcome -> {
          if (outcome instanceof Outcome.Ok<List<SessionGroup>>(List<SessionGroup> groups)) {
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
