package org.binnacle.diagnosis.view.kill;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.animation.PauseTransition;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.binnacle.diagnosis.kill.Course;
import org.binnacle.diagnosis.kill.KillPlan;
import org.binnacle.diagnosis.kill.MergedPlan;
import org.binnacle.diagnosis.kill.MergedPlan.Placed;
import org.binnacle.diagnosis.kill.MergedResult;
import org.binnacle.diagnosis.kill.Target;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.fxkit.sheet.Sheet;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.fxkit.table.FillColumn;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.fxkit.theme.States;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Safety;
import org.binnacle.kernel.Severity;

/// Shows exact victims as they were re-read, the exact SQL, and after the act what came of each; on
/// one instance or on several, each of which has its own confirmation.
public final class KillSheet {
  private final Kit kit;
  private final MergedPlan plan;
  private final Callable<MergedPlan> again;
  private final Runnable after;
  private final KillNames names;
  private final TextField reason = new TextField();
  private final SqlArea sql = SqlArea.reader();
  private final VBox body = new VBox();
  private final BooleanProperty done = new SimpleBooleanProperty();
  private final BooleanProperty unnamed = new SimpleBooleanProperty();
  private final Questions work = new Questions("kill");
  private final Cancel cancel = new Cancel();
  private final LiveTable<Placed, String> victims;
  private final PaceLine pace;
  private final BooleanProperty expired = new SimpleBooleanProperty();
  private final PauseTransition holds = new PauseTransition();
  private String told = "";

  /// @param targets what the plan was made for, to read it again
  /// @param after runs on the FX thread when something was killed
  public KillSheet(Kit kit, KillPlan plan, List<Target> targets, Runnable after) {
    this(
        kit,
        MergedPlan.of(plan),
        () -> MergedPlan.of(kit.diagnosis().planKill(plan.instance(), plan.verb(), targets)),
        after);
  }

  /// @param again makes the plan anew; blocks, called off the FX thread
  public KillSheet(Kit kit, MergedPlan plan, Callable<MergedPlan> again, Runnable after) {
    this.kit = kit;
    this.plan = plan;
    this.again = again;
    this.after = after;
    pace = new PaceLine(plan.going() > 1);
    names = new KillNames(plan.several() ? plan.toType() : List.of());
    victims =
        new LiveTable<>(
            plan.several() ? "kill.victims.merged" : "kill.victims",
            one -> one.instance().id() + " " + one.victim().id(),
            VictimColumns.all(plan.several()),
            kit.settings());
    FillColumn.attach(victims.view(), "sql", 80);
    victims.states(one -> one.victim().goes() ? Set.of() : Set.of(States.GONE));
    victims.whenEmpty(Placeholder.of("mdi2s-sleep", "Nobody", "No session was chosen."));
    victims.rows(plan.victims());
  }

  /// A sentence above the victims, such as who is released; empty for none.
  public KillSheet saying(String words) {
    told = words;
    return this;
  }

  public Sheet open(Node anywhere) {
    Sheet sheet = Sheet.titled(title()).wider();
    if (!plan.several()) {
      KillPlan only = plan.plans().getFirst();
      sheet.on(only.instance());
      if (only.needsTypedName() && only.instance().safety() != Safety.STRICT) {
        sheet.typing(only.instance().name());
      }
    }
    reason.setId("kill-reason");
    reason.setPromptText("why, for the audit log (may stay empty)");
    Label label = section("Reason");
    label.setLabelFor(reason);
    sql.show(plan.going() == 0 ? "-- nothing: no session may be killed" : plan.sql().strip());
    sql.setPrefHeight(90);
    sql.setMinHeight(60);
    body.getStyleClass().add("kill-body");
    body.getStylesheets().add(Themes.css("sessions"));
    body.getChildren()
        .addAll(
            new KillSummary(plan, told),
            victims.view(),
            section("Exactly this is sent"),
            sql,
            label,
            reason);
    if (plan.going() > 0) {
      body.getChildren().add(pace);
      expire(sheet);
    }
    if (!names.getChildren().isEmpty()) {
      body.getChildren().add(names);
      unnamed.bind(names.missing());
    }
    VBox.setVgrow(sql, Priority.ALWAYS);
    double tall = tall(plan.victims().size(), 360);
    victims.view().setMinHeight(tall);
    victims.view().setMaxHeight(tall);
    sheet.body(body).refuseWhile(done).onClose(this::close);
    sheet.act("Read again", Sheet.Kind.OTHER, open -> readAgain(open, anywhere));
    if (plan.going() > 0) {
      sheet.refuseWhile(BooleanExpression.booleanExpression(done.or(unnamed).or(expired)));
      sheet.act(plan.button(), Sheet.Kind.DANGER, this::kill);
    }
    return sheet.open(anywhere);
  }

  /// After ten minutes the preview is only to look at; the engine would refuse it too.
  private void expire(Sheet sheet) {
    plan.holdsUntil()
        .ifPresent(
            until -> {
              double left = Duration.between(Instant.now(), until).toMillis();
              holds.setDuration(javafx.util.Duration.millis(Math.max(1, left)));
              holds.setOnFinished(event -> expired(sheet));
              holds.play();
            });
  }

  private void expired(Sheet sheet) {
    if (!done.get()) {
      expired.set(true);
      sheet
          .message()
          .show(
              Severity.WARNING,
              "This preview is older than ten minutes. Read it again: whom it would be may have"
                  + " changed.");
    }
  }

  private static Label section(String words) {
    var label = new Label(words);
    label.getStyleClass().add("section");
    return label;
  }

  private String title() {
    return plan.going() == 0 ? "Nothing to kill" : plan.button();
  }

  private Map<String, String> typed(Sheet sheet) {
    if (plan.several()) {
      return names.typed();
    }
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put(plan.plans().getFirst().instance().id(), sheet.typed());
    return typed;
  }

  /// From the first moment a line for each victim and the way to stop; Esc stops it too.
  private void kill(Sheet sheet) {
    sheet.busy(true);
    Map<String, String> typed = typed(sheet);
    String why = reason.getText().strip();
    var run = new RunBoard(plan, cancel, kit.settings());
    run.tall(tall(plan.victims().size(), 480));
    var before = List.copyOf(body.getChildren());
    var course = new Course(pace.pacing(), cancel, run::step);
    VBox.setVgrow(run, Priority.ALWAYS);
    body.getChildren().setAll(run);
    sheet.onClose(run::close);
    work.ask(
        () -> kit.diagnosis().killing().run(plan, typed, why, course),
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<List<MergedResult>>(List<MergedResult> results) -> {
              run.done(results);
              show(sheet, results);
            }
            case Outcome.Failed<List<MergedResult>>(var fault) -> {
              // Nothing was tried: the preview is what there is to see.
              body.getChildren().setAll(before);
              sheet.failed(fault, kit.words());
            }
          }
        });
  }

  private void show(Sheet sheet, List<MergedResult> results) {
    sheet.busy(false);
    done.set(true);
    if (results.stream().anyMatch(one -> !one.result().audited())) {
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
        again,
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<MergedPlan>(MergedPlan newer) -> {
              sheet.close();
              new KillSheet(kit, newer, again, after).saying(told).open(anywhere);
            }
            case Outcome.Failed<MergedPlan>(var fault) -> sheet.failed(fault, kit.words());
          }
        });
  }

  private static double tall(int rows, int most) {
    return Math.clamp(60.0 + rows * 27.0, 120.0, most);
  }

  private void close() {
    cancel.ask();
    holds.stop();
    unnamed.unbind();
    work.close();
    victims.close();
    sql.close();
  }
}
