package org.binnacle.review.view.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.fxkit.sql.Squiggle;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.report.StatementReport;

/// The text with its squiggles, and what the statement under the cursor is foretold to cost.
final class EditorPane extends BorderPane implements AutoCloseable {
  private static final Duration PAUSE = Duration.millis(300);

  private final ReviewModel model;
  private final Function<String, Optional<RuleInfo>> rules;
  private final SqlArea area = SqlArea.editor();
  private final PredictionCard card = new PredictionCard();
  private final PlanCard plan;
  private final Plans plans;
  private final PauseTransition pause = new PauseTransition(PAUSE);
  private final ObservableValue<Integer> caret = area.caretPosition();
  private final InvalidationListener moved = seen -> moved();
  private final InvalidationListener typed = seen -> typed();
  private final Runnable onPause;
  private List<Row> marked = List.of();
  private int current = -1;
  private boolean loading;

  /// @param rules what is known of a rule
  /// @param onPause something was typed, and then nothing for a while
  EditorPane(
      ReviewModel model,
      Plans plans,
      Function<String, Optional<RuleInfo>> rules,
      Runnable onPause) {
    FxThread.check();
    this.model = model;
    this.plans = plans;
    plan = new PlanCard(this::openPlan);
    this.rules = rules;
    this.onPause = onPause;
    area.setId("review-editor");
    area.hover(this::told);
    pause.setOnFinished(event -> onPause.run());
    caret.addListener(moved);
    area.textProperty().addListener(typed);
    setCenter(area);
    setBottom(new VBox(card, plan));
  }

  SqlArea area() {
    return area;
  }

  /// Another text, looked at at once.
  void load(String text) {
    loading = true;
    area.show(text);
    loading = false;
    marked = List.of();
    current = -1;
    none();
    pause.stop();
    onPause.run();
  }

  private void typed() {
    if (!loading) {
      pause.playFromStart();
    }
  }

  /// Draws what the model found, where it found it in this very text.
  void refresh() {
    FxThread.check();
    Optional<Reviewed> reviewed = model.reviewed().get();
    if (reviewed.isEmpty()) {
      marked = List.of();
      area.squiggle(List.of(), List.of());
      none();
      return;
    }
    if (!area.text().startsWith(reviewed.get().text())) {
      return; // typed on meanwhile: the next answer comes
    }
    Arranged now = model.arranged().get();
    marked = now.marked();
    area.squiggle(now.squiggles(), now.statements());
    moved();
  }

  /// The findings in the order of the text.
  List<Row> marked() {
    return marked;
  }

  /// The findings that a place is in; those that begin in its line where it is in none.
  List<Row> at(int place) {
    var in = new ArrayList<Row>();
    List<Squiggle> now = area.squiggles();
    for (int i = 0; i < Math.min(now.size(), marked.size()); i++) {
      if (now.get(i).from() <= place && place <= now.get(i).to()) {
        in.add(marked.get(i));
      }
    }
    return in;
  }

  /// The statement that a place is in or behind, as the newest answer has it; -1 for none.
  int statementAt(int place) {
    List<StatementReport> all =
        model.reviewed().get().map(r -> r.report().statements()).orElse(List.of());
    int found = -1;
    for (StatementReport s : all) {
      if (s.offset() > place) {
        break;
      }
      found = s.index() - 1;
    }
    return found < 0 && !all.isEmpty() ? 0 : found;
  }

  private Optional<Node> told(int place) {
    List<Row> in = at(place).stream().filter(r -> place < r.to()).toList();
    return in.isEmpty()
        ? Optional.empty()
        : Optional.of(
            FindingCard.of(
                in,
                in.stream().map(r -> rules.apply(r.rule())).toList(),
                model.reviewed().get().map(r -> r.ready().set().name()).orElse("")));
  }

  private void none() {
    card.show(Optional.empty());
    plan.show(Optional.empty());
  }

  private void moved() {
    int at = statementAt(area.place());
    Optional<Reviewed> now = model.reviewed().get().filter(r -> at >= 0);
    card.show(
        now.flatMap(r -> r.predictions().stream().filter(p -> p.statement() == at).findFirst()));
    plan.show(plans.of(at));
  }

  /// Opens the plan of the statement under the cursor, where a server told one.
  void openPlan() {
    plans.show(statementAt(area.place()), Optional.empty());
  }

  /// Goes to the next finding behind the cursor, around at the end.
  ///
  /// @param step 1 for the next, -1 for the one before
  Optional<Row> step(int step) {
    List<Squiggle> now = area.squiggles();
    int count = Math.min(now.size(), marked.size());
    if (count == 0) {
      return Optional.empty();
    }
    int start = area.selectionStart();
    boolean stands =
        current >= 0
            && current < count
            && now.get(current).from() == start
            && area.place() == now.get(current).to();
    int next;
    if (stands) {
      next = Math.floorMod(current + step, count);
    } else if (step > 0) {
      next = first(now, count, start);
    } else {
      next = Math.floorMod(first(now, count, start) - 1, count);
    }
    return Optional.of(go(next));
  }

  private static int first(List<Squiggle> now, int count, int start) {
    for (int i = 0; i < count; i++) {
      if (now.get(i).from() >= start) {
        return i;
      }
    }
    return 0;
  }

  private Row go(int index) {
    current = index;
    Squiggle at = area.squiggles().get(index);
    area.selectWhole(at.from(), at.to());
    return marked.get(index);
  }

  /// Shows a finding's place.
  void go(Row row) {
    int index = marked.indexOf(row);
    if (index >= 0 && index < area.squiggles().size()) {
      go(index);
    } else {
      area.selectWhole(row.from(), Math.max(row.from(), row.to()));
    }
  }

  @Override
  public void close() {
    pause.stop();
    caret.removeListener(moved);
    area.textProperty().removeListener(typed);
    area.close();
  }
}
