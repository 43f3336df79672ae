package org.binnacle.diagnosis.view.kill;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.binnacle.diagnosis.kill.KillRule;
import org.binnacle.diagnosis.kill.MergedPlan;
import org.binnacle.diagnosis.kill.RuleText;
import org.binnacle.diagnosis.kill.Verb;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.Ticker;
import org.binnacle.fxkit.sheet.Sheet;
import org.binnacle.fxkit.table.FillColumn;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.fxkit.theme.States;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Words;

/// A kill by rule: the rule as a form, whom it takes, tried on the sessions of now each two seconds
/// or once on what was stored, and the way to the kill itself, which reads and confirms once more.
public final class RuleSheet {
  /// Rows of a time of the past that a table shows.
  ///
  /// @param words such as `the table at 12:03:10`
  public record Past(String words, List<ProcessRow> rows) {}

  private static final Duration EVERY = Duration.ofSeconds(2);

  private final Kit kit;
  private final List<InstanceRef> instances;
  private final Runnable after;
  private final RuleForm form = new RuleForm();
  private final ChoiceBox<Verb> verb = new ChoiceBox<>();
  private final RuleSources source;
  private final TextField written = new TextField();
  private final Label told = new Label();
  private final Label unsure = new Label();
  private final LiveTable<RuleLine, String> table;
  private final Questions trials = Questions.inTurn("trial of a kill rule");
  private final Questions others = Questions.inTurn("preview of a kill by rule");
  private final Ticker clock = new Ticker(EVERY, this::again);
  private final BooleanProperty nobody = new SimpleBooleanProperty(true);
  private final InvalidationListener changed = seen -> changed();

  private RuleSheet(
      Kit kit, List<InstanceRef> instances, Optional<Past> past, Runnable after, Node anywhere) {
    this.kit = kit;
    this.source = new RuleSources(kit, past, anywhere, this::changed);
    this.instances = List.copyOf(instances);
    this.after = after;
    table =
        new LiveTable<>(
            "kill.rule",
            line -> line.instance() + " " + line.id(),
            RuleLine.columns(instances.size() > 1),
            kit.settings());
    FillColumn.attach(table.view(), "sql", 80);
    table.states(line -> line.goes() ? Set.of() : Set.of(States.GONE));
    table.whenEmpty(
        Placeholder.of("mdi2a-account-off-outline", "Nobody", "The rule takes nobody."));
  }

  /// @param past rows of a time that is looked at, to try the rule on; empty where that is now
  /// @param after runs on the FX thread when something was killed
  public static Sheet open(
      Kit kit, List<InstanceRef> instances, Optional<Past> past, Runnable after, Node anywhere) {
    return new RuleSheet(kit, instances, past, after, anywhere).show(anywhere);
  }

  private Sheet show(Node anywhere) {
    String where =
        instances.size() == 1 ? instances.getFirst().name() : instances.size() + " instances";
    Sheet sheet = Sheet.titled("Kill by rule on " + where).wider();
    if (instances.size() == 1) {
      sheet.naming(instances.getFirst());
    }
    verbs();
    written.setEditable(false);
    written.setId("rule-text");
    written.setAccessibleText("The rule as it is written for the command");
    told.setId("rule-told");
    told.setWrapText(true);
    unsure.setId("rule-unsure");
    unsure.setGraphic(Icons.of("mdi2a-alert-outline"));
    unsure.getStyleClass().add("rule-unsure");
    unsure.setWrapText(true);
    unsure.setMinHeight(Region.USE_PREF_SIZE);
    unsure.visibleProperty().bind(unsure.textProperty().isNotEmpty());
    unsure.managedProperty().bind(unsure.visibleProperty());
    // What it says grows, wraps, and leaves the choice its words.
    source.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(written, Priority.ALWAYS);
    var keep =
        new RuleKeep(
            kit.diagnosis().rules(),
            written::getText,
            verb::getValue,
            rule -> {
              form.fill(rule.text());
              verb.setValue(rule.verb());
            },
            fault -> sheet.message().show(fault, kit.words()));
    var body =
        new VBox(
            keep,
            form,
            line(new Label("Rule"), written, verb),
            line(new Label("Try it on"), source, told),
            unsure,
            table.view());
    body.getStyleClass().add("kill-body");
    body.getStylesheets().add(Themes.css("sessions"));
    table.view().setMinHeight(150);
    table.view().setPrefHeight(240);
    VBox.setVgrow(table.view(), Priority.ALWAYS);
    form.watched().forEach(one -> one.addListener(changed));
    verb.valueProperty().addListener(changed);
    clock.play();
    changed();
    sheet
        .body(body)
        .refuseWhile(nobody)
        .onClose(this::close)
        .act("Preview the kill...", Sheet.Kind.DANGER, open -> preview(open, anywhere));
    return sheet.open(anywhere);
  }

  private static HBox line(Label words, Node... nodes) {
    words.setMinWidth(Label.USE_PREF_SIZE);
    var line = new HBox(words);
    line.getChildren().addAll(nodes);
    line.getStyleClass().add("rule-line");
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private void verbs() {
    verb.setId("rule-verb");
    verb.getItems().addAll(Verb.values());
    verb.setValue(Verb.QUERY);
    verb.setConverter(RuleSources.words(Verb::words));
  }

  private void again() {
    if (source.getValue() instanceof RuleSource.Now && !trials.asking()) {
      changed();
    }
  }

  private void changed() {
    String rule;
    try {
      rule = form.rule();
      written.setText(rule);
      if (rule.isEmpty()) {
        nothing("Say whom: a time, a match, or everybody.");
        return;
      }
      KillRule ignored = RuleText.parse(rule);
    } catch (Fault fault) {
      nothing(fault.detail());
      return;
    }
    RuleSource on = source.getValue();
    Verb with = verb.getValue();
    trials.ask(
        () -> RuleTrial.of(kit, instances, on, with, rule),
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<RuleTrial>(RuleTrial trial) -> {
              told.setText(trial.words() + (trial.live() ? "" : "; nothing stored can be killed"));
              unsure.setText(String.join("\n", trial.unsure()));
              table.rows(trial.lines());
              nobody.set(!trial.live() || trial.lines().stream().noneMatch(RuleLine::goes));
            }
            case Outcome.Failed<RuleTrial>(Fault fault) -> {
              Words.Told words = kit.words().of(fault);
              nothing(words.happened() + "  " + words.next());
            }
          }
        });
  }

  private void nothing(String words) {
    trials.drop();
    told.setText(words);
    unsure.setText("");
    table.rows(List.of());
    nobody.set(true);
  }

  /// Reads everything once more; what is confirmed is that, not what the table here showed.
  private void preview(Sheet sheet, Node anywhere) {
    KillRule rule = RuleText.parse(form.rule());
    Verb with = verb.getValue();
    Callable<MergedPlan> plan = () -> kit.diagnosis().planKill(instances, with, rule).plan();
    sheet.busy(true);
    others.ask(
        plan,
        outcome -> {
          sheet.busy(false);
          switch (outcome) {
            case Outcome.Ok<MergedPlan>(MergedPlan made) ->
                new KillSheet(kit, made, plan, after)
                    .saying("Chosen by the rule: " + written.getText())
                    .open(anywhere);
            case Outcome.Failed<MergedPlan>(Fault fault) -> sheet.failed(fault, kit.words());
          }
        });
  }

  private void close() {
    clock.stop();
    trials.retire();
    source.close();
    others.retire();
    table.close();
  }
}
