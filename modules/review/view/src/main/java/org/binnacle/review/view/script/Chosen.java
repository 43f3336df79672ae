package org.binnacle.review.view.script;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.report.Told;

/// The finding that is looked at, in the table, in the text and in full.
final class Chosen {
  private final EditorPane editor;
  private final FindingsPane findings;
  private final DetailPane detail;
  private final Fixes fixes;
  private final Plans plans;
  private final Function<String, Optional<RuleInfo>> rules;
  private Optional<Row> row = Optional.empty();

  Chosen(
      EditorPane editor,
      FindingsPane findings,
      DetailPane detail,
      Fixes fixes,
      Plans plans,
      Function<String, Optional<RuleInfo>> rules) {
    this.editor = editor;
    this.findings = findings;
    this.detail = detail;
    this.fixes = fixes;
    this.plans = plans;
    this.rules = rules;
  }

  void none() {
    row = Optional.empty();
    show();
  }

  /// A row was chosen: its details, and its place where the keyboard is in the table.
  void choose(Optional<Row> other) {
    row = other;
    show();
    if (findings.table().view().isFocused()) {
      row.filter(r -> r.kind() == Row.Kind.FINDING).ifPresent(editor::go);
    }
  }

  void show() {
    if (row.isEmpty()) {
      detail.none();
      return;
    }
    Row now = row.get();
    switch (now.kind()) {
      case HEAD -> detail.head(now);
      case FIXED -> detail.fixed(now);
      case FINDING -> {
        detail.show(now, rules.apply(now.rule()));
        fixes.of(
            now.statement(),
            List.of(now),
            false,
            offers -> {
              if (row.filter(now::equals).isPresent()) {
                detail.offers(offers);
              }
            });
      }
    }
  }

  /// To the next finding of the text, or the one before.
  void step(int step) {
    editor
        .step(step)
        .ifPresent(
            next -> {
              findings.table().select(Set.of(next.key()));
              row = Optional.of(next);
              show();
            });
  }

  /// Opens the plan of the row's statement, or of that under the cursor.
  void openPlan() {
    boolean inTable = findings.table().view().isFocused();
    if (inTable && row.filter(r -> r.statement() >= 0).isPresent()) {
      plans.show(row.get().statement(), row.get().told().flatMap(Told::step));
    } else {
      editor.openPlan();
    }
  }

  /// Offers what can be done at the cursor, or about the row that is chosen.
  void offer() {
    boolean inTable = findings.table().view().isFocused();
    if (inTable && row.filter(r -> r.statement() >= 0).isPresent()) {
      fixes.menu(row.get().statement(), List.of(row.get()), findings.table().view());
    } else {
      int place = editor.area().place();
      fixes.menu(editor.statementAt(place), editor.at(place), editor.area());
    }
  }
}
