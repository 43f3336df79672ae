package org.binnacle.diagnosis.view.topsql;

import java.util.List;
import org.binnacle.diagnosis.topsql.Changes;
import org.binnacle.diagnosis.topsql.Changes.Change;
import org.binnacle.diagnosis.topsql.StatementKey;
import org.binnacle.diagnosis.topsql.TopWindow;
import org.binnacle.diagnosis.view.topsql.StatementActs.Statement;
import org.binnacle.fxkit.table.FillColumn;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.kernel.Settings;

/// What changed between two windows, a line a statement, the largest difference first.
final class ChangesTable implements AutoCloseable {
  private final LiveTable<Change, StatementKey> table;

  ChangesTable(StatementActs acts, Settings settings) {
    table = new LiveTable<>("top-sql.changes", Change::key, ChangeColumns.all(), settings);
    table.states(ChangeColumns::states);
    table.sortFirst("difference", true);
    FillColumn.attach(table.view(), "statement", 240);
    table.menu(
        rows -> acts.menu(rows.stream().map(row -> new Statement(row.key(), row.text())).toList()));
  }

  LiveTable<Change, StatementKey> live() {
    return table;
  }

  /// Another comparison is wanted and not there yet.
  void comparing() {
    table.whenEmpty(Placeholder.loading("Comparing"));
    table.rows(List.of());
  }

  /// @param told whether some instance tells something of the window
  /// @return the figures of both in words; empty where one of them is not known
  String show(TopWindow now, TopWindow before, boolean told) {
    if (now.measured().isZero() || before.measured().isZero()) {
      table.rows(List.of());
      if (told && !now.measured().isZero()) {
        Nothing.before(table);
      }
      return "";
    }
    List<Change> found = Changes.of(before, now);
    table.rows(found);
    return "load %.2f, was %.2f   %s"
        .formatted(now.load(), before.load(), ChangeColumns.summary(found));
  }

  @Override
  public void close() {
    table.close();
  }
}
