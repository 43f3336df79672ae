package org.binnacle.diagnosis.view.kill;

import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.binnacle.diagnosis.kill.Confirmation;
import org.binnacle.diagnosis.kill.KillPlan;
import org.binnacle.diagnosis.kill.KillResult;
import org.binnacle.diagnosis.kill.Target;
import org.binnacle.diagnosis.kill.Victim;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.fxkit.sheet.Sheet;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.fxkit.theme.States;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Progress;
import org.binnacle.kernel.Safety;
import org.binnacle.kernel.Severity;

/// Shows exact victims as they were re-read, the exact SQL, and after the act what came of each.
public final class KillSheet {
  private final Kit kit;
  private final KillPlan plan;
  private final List<Target> targets;
  private final Runnable after;
  private final TextField reason = new TextField();
  private final SqlArea sql = SqlArea.reader();
  private final VBox body = new VBox();
  private final BooleanProperty done = new SimpleBooleanProperty();
  private final Questions work = new Questions("kill");
  private final LiveTable<Victim, Long> victims;
  private String told = "";

  /// @param targets what the plan was made for, to read it again
  /// @param after runs on the FX thread when something was killed
  public KillSheet(Kit kit, KillPlan plan, List<Target> targets, Runnable after) {
    this.kit = kit;
    this.plan = plan;
    this.targets = List.copyOf(targets);
    this.after = after;
    victims = new LiveTable<>("kill.victims", Victim::id, VictimColumns.all(), kit.settings());
    victims.states(victim -> victim.goes() ? Set.of() : Set.of(States.GONE));
    victims.whenEmpty(Placeholder.of("mdi2s-sleep", "Nobody", "No session was chosen."));
    victims.rows(plan.victims());
  }

  /// A sentence above the victims, such as who is released; empty for none.
  public KillSheet saying(String words) {
    told = words;
    return this;
  }

  public Sheet open(Node anywhere) {
    Sheet sheet = Sheet.titled(title()).wide().on(plan.instance());
    if (plan.needsTypedName() && plan.instance().safety() != Safety.STRICT) {
      sheet.typing(plan.instance().name());
    }
    reason.setId("kill-reason");
    reason.setPromptText("why, for the audit log (may stay empty)");
    var label = new Label("Reason");
    label.setLabelFor(reason);
    label.getStyleClass().add("section");
    var head = new Label("Exactly this is sent");
    head.getStyleClass().add("section");
    sql.show(plan.going().isEmpty() ? "-- nothing: no session may be killed" : plan.sql().strip());
    sql.setPrefHeight(90);
    sql.setMinHeight(60);
    body.getStyleClass().add("kill-body");
    body.getChildren().addAll(summary(), victims.view(), head, sql, label, reason);
    VBox.setVgrow(sql, Priority.ALWAYS);
    victims.view().setMinHeight(tall(plan.victims().size(), 360));
    victims.view().setMaxHeight(tall(plan.victims().size(), 360));
    sheet.body(body).refuseWhile(done).onClose(this::close);
    if (!plan.going().isEmpty()) {
      sheet.act(plan.button(), Sheet.Kind.DANGER, this::kill);
    }
    sheet.act("Read again", Sheet.Kind.OTHER, open -> readAgain(open, anywhere));
    return sheet.open(anywhere);
  }

  private String title() {
    return plan.going().isEmpty() ? "Nothing to kill" : plan.button();
  }

  private Label summary() {
    int left = plan.victims().size() - plan.going().size();
    long rows = plan.rowsToRollBack();
    var text = new StringBuilder();
    text.append("%,d of %,d will be killed.".formatted(plan.going().size(), plan.victims().size()));
    if (left > 0) {
      text.append(" Those struck out are left alone; the last column says why.");
    }
    if (rows > 0) {
      text.append(" %,d modified rows have to be rolled back.".formatted(rows));
    }
    text.append(" Each is checked again just before; one that has changed is skipped.");
    if (!told.isEmpty()) {
      text.append("\n").append(told);
    }
    var label = new Label(text.toString());
    label.setWrapText(true);
    return label;
  }

  private void kill(Sheet sheet) {
    sheet.busy(true);
    var confirmation = new Confirmation(sheet.typed());
    String why = reason.getText().strip();
    work.ask(
        () -> kit.diagnosis().kill().run(plan, confirmation, why, new Cancel(), Progress.silent()),
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<List<KillResult>>(List<KillResult> results) -> show(sheet, results);
            case Outcome.Failed<List<KillResult>>(var fault) -> sheet.failed(fault, kit.words());
          }
        });
  }

  private void show(Sheet sheet, List<KillResult> results) {
    sheet.busy(false);
    done.set(true);
    var table =
        new LiveTable<KillResult, Long>(
            "kill.results", result -> result.victim().id(), ResultColumns.all(), kit.settings());
    table.states(ResultColumns::states);
    table.rows(results);
    var head = new Label("What came of it");
    head.getStyleClass().add("section");
    table.view().setPrefHeight(tall(results.size(), 480));
    VBox.setVgrow(table.view(), Priority.ALWAYS);
    body.getChildren().setAll(head, table.view());
    sheet.onClose(table::close);
    if (results.stream().anyMatch(result -> !result.audited())) {
      sheet
          .message()
          .show(
              Severity.CRITICAL,
              "An outcome could not be kept in the audit log; it has the asking only.");
    }
    after.run();
  }

  private void readAgain(Sheet sheet, Node anywhere) {
    sheet.busy(true);
    work.ask(
        () -> kit.diagnosis().planKill(plan.instance(), plan.verb(), targets),
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<KillPlan>(KillPlan again) -> {
              sheet.close();
              new KillSheet(kit, again, targets, after).saying(told).open(anywhere);
            }
            case Outcome.Failed<KillPlan>(var fault) -> sheet.failed(fault, kit.words());
          }
        });
  }

  private static double tall(int rows, int most) {
    return Math.clamp(60.0 + rows * 27.0, 120.0, most);
  }

  private void close() {
    work.close();
    victims.close();
    sql.close();
  }
}
