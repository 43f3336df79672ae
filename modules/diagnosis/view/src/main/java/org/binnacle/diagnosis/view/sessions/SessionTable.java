package org.binnacle.diagnosis.view.sessions;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import org.binnacle.diagnosis.session.Field;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.ProcessSnapshot;
import org.binnacle.diagnosis.view.instance.Scope;
import org.binnacle.diagnosis.watch.Look;
import org.binnacle.fxkit.table.FillColumn;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.fxkit.theme.States;

/// The table of sessions: what rows look like, and what stands in their place.
final class SessionTable {
  private final LiveTable<ProcessRow, ProcessRow.Key> table;
  private final SessionsModel model;
  private Set<String> stale = Set.of();
  private String empty = "";

  SessionTable(Scope scope, SessionsModel model) {
    this.model = model;
    boolean merged = scope.merged();
    table =
        new LiveTable<>(
            merged ? "sessions.merged" : "sessions.table",
            ProcessRow::key,
            SessionColumns.all(merged, model.marking()),
            scope.kit().settings());
    table.sortFirst("time", true);
    FillColumn.attach(table.view(), Field.SQL.key(), 150);
    table.states(this::states);
    table.whenEmpty(Placeholder.loading("Looking at " + scope.title()));
  }

  LiveTable<ProcessRow, ProcessRow.Key> live() {
    return table;
  }

  private Set<PseudoClass> states(ProcessRow row) {
    Set<PseudoClass> own = model.marking().states(row);
    if (!stale.contains(row.instance().id())) {
      return own;
    }
    var all = new HashSet<>(own);
    all.add(States.STALE);
    return all;
  }

  void show(Sight sight) {
    table.filter(model.query().get());
    table.rows(sight.sifted().rows());
    List<ProcessSnapshot> looks =
        sight.merged().looks().stream().flatMap(look -> look.snapshot().stream()).toList();
    boolean blind = looks.stream().anyMatch(one -> !one.denied().isEmpty());
    if (!looks.isEmpty() && sight.sifted().rows().isEmpty() && blind) {
      say(
          "mdi2e-eye-off-outline",
          "Nothing that may be seen",
          "No session of this account does anything now; those of others are denied.");
    } else if (!looks.isEmpty() && sight.sifted().rows().isEmpty()) {
      say(
          "mdi2s-sleep",
          "All quiet",
          "No session does anything now. %,d are hidden (h shows them).".formatted(sight.hidden()));
    }
  }

  private void say(String icon, String title, String words) {
    if (!words.equals(empty)) {
      empty = words;
      table.whenEmpty(Placeholder.of(icon, title, words));
    }
  }

  /// Greys the rows of instances whose newest look is old.
  void age(List<Look> looks) {
    Set<String> now =
        looks.stream()
            .filter(look -> look.stale(model.now()))
            .map(look -> look.instance().id())
            .collect(Collectors.toUnmodifiableSet());
    if (!now.equals(stale)) {
      stale = now;
      table.view().refresh();
    }
  }

  /// Other rules mark the rows: drawn and, where the marks are sorted by, sorted anew.
  void remarked() {
    table.view().refresh();
    // Another filter that says the same makes the table sort anew.
    var query = model.query().get();
    table.filter(row -> query.test(row));
  }
}
