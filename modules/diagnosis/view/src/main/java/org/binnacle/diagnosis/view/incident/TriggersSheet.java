package org.binnacle.diagnosis.view.incident;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.binnacle.diagnosis.incident.guard.Guard;
import org.binnacle.diagnosis.incident.guard.TriggerRule;
import org.binnacle.diagnosis.query.SavedFilters;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.sheet.Sheet;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Severity;

/// The triggers: when which instances are captured by themselves. Each can be switched, edited and
/// removed; the fields below make another one.
public final class TriggersSheet {
  private final Kit kit;
  private final Guard guard;
  private final Runnable changed;
  private final TriggerForm form;
  private final VBox list = new VBox();
  private final Sheet sheet;

  private TriggersSheet(Kit kit, Guard guard, Runnable changed) {
    this.kit = kit;
    this.guard = guard;
    this.changed = changed;
    form =
        new TriggerForm(
            kit.diagnosis().instances(), new SavedFilters(kit.settings()).all().keySet());
    list.getStyleClass().add("trigger-list");
    var scroll = new ScrollPane(list);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("facts-scroll");
    scroll.getStylesheets().add(Themes.css("incident"));
    scroll.setMaxHeight(360);
    var head = new Label("A new trigger, or the one that is edited");
    head.getStyleClass().add("heading");
    var fields = new VBox(head, form.node());
    fields.getStylesheets().add(Themes.css("incident"));
    sheet =
        Sheet.titled("Captures by themselves")
            .body(new VBox(scroll, fields))
            .wide()
            .back("Close")
            .act("Keep this trigger", Sheet.Kind.USUAL, open -> keep());
    fill();
  }

  /// @param changed runs after each change
  /// @param anywhere a node of the window
  public static void open(Kit kit, Runnable changed, Node anywhere) {
    FxThread.check();
    kit.guard()
        .ifPresent(
            guard -> {
              var triggers = new TriggersSheet(kit, guard, changed);
              triggers.sheet.open(anywhere);
              triggers.form.focus();
            });
  }

  private void fill() {
    List<TriggerRule> rules = guard.rules();
    list.getChildren().setAll(rules.stream().map(this::line).toList());
    if (rules.isEmpty()) {
      list.getChildren()
          .add(
              SummaryView.wrapped(
                  "No triggers yet. A trigger looks at what the fleet's looks bring anyway and"
                      + " records an incident as soon as it holds: the scene is kept even where"
                      + " nobody was there to press I.",
                  "muted"));
    }
  }

  private Node line(TriggerRule rule) {
    var on = new CheckBox();
    on.setSelected(rule.on());
    on.setId("trigger-on-" + rule.id());
    on.setOnAction(event -> act(() -> guard.keep(rule.switched(on.isSelected()))));
    var when = SummaryView.wrapped(guard.trigger(rule).words(), "trigger-words");
    int taken = guard.takenToday(rule);
    var about =
        SummaryView.wrapped(
            "%s%s; quiet for %d s, %s; %d of %d captures today"
                .formatted(
                    rule.whereWords(),
                    rule.cluster() ? ", with the cluster" : "",
                    rule.coolDown().toSeconds(),
                    guard.trigger(rule).releaseWords(),
                    taken,
                    rule.mostADay()),
            "muted");
    var words = new VBox(when, about);
    guard
        .missing(rule)
        .ifPresent(
            why ->
                words
                    .getChildren()
                    .add(SummaryView.wrapped("Never holds: " + why, "trigger-wrong")));
    HBox.setHgrow(words, Priority.ALWAYS);
    var line =
        new HBox(
            on,
            words,
            Icons.button("mdi2p-pencil-outline", "Edit", () -> form.show(rule)),
            Icons.button("mdi2t-trash-can-outline", "Remove", () -> act(() -> guard.remove(rule))));
    line.getStyleClass().add("trigger-line");
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private void keep() {
    act(
        () -> {
          guard.keep(form.rule());
          form.clear();
        });
  }

  private void act(Runnable work) {
    try {
      work.run();
      sheet.message().clear();
    } catch (Fault fault) {
      sheet
          .message()
          .show(
              Severity.WARNING,
              kit.words().of(fault).happened() + "  " + kit.words().of(fault).next());
    }
    fill();
    changed.run();
  }
}
