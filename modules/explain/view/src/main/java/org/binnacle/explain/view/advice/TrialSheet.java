package org.binnacle.explain.view.advice;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.binnacle.explain.advice.Candidate;
import org.binnacle.explain.advice.TrialMethod;
import org.binnacle.explain.advice.TrialRequest;
import org.binnacle.explain.live.Confirmation;
import org.binnacle.explain.view.Live;
import org.binnacle.explain.view.plan.InstanceNames;
import org.binnacle.explain.view.worksheet.Choices;
import org.binnacle.fxkit.sheet.Sheet;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.InstanceRef;

/// Asks where and how candidates are tried, then shows the exact statements and asks once more.
final class TrialSheet {
  private static final List<Long> ROWS = List.of(0L, 1_000L, 10_000L, 50_000L, 200_000L);
  private static final List<Integer> SECONDS = List.of(30, 120, 600, 3_600);

  private final Live live;
  private final AdviceModel model;
  private final List<Candidate> candidates;
  private final Node anywhere;
  private final ComboBox<InstanceRef> instance = new ComboBox<>();
  private final RadioButton sample =
      new RadioButton("On a sample: copies of the tables in a scratch schema");
  private final RadioButton invisible =
      new RadioButton("As an INVISIBLE index on the table itself (MySQL 8.0 and newer)");
  private final ComboBox<Long> rows = new ComboBox<>();
  private final ComboBox<Integer> seconds = new ComboBox<>();
  private final CheckBox measured = new CheckBox("Run the statement and measure (SELECT only)");

  TrialSheet(Live live, AdviceModel model, List<Candidate> candidates, Node anywhere) {
    this.live = live;
    this.model = model;
    this.candidates = candidates;
    this.anywhere = anywhere;
  }

  /// @param usual the instance that is proposed
  void open(Optional<InstanceRef> usual) {
    var group = new ToggleGroup();
    sample.setToggleGroup(group);
    invisible.setToggleGroup(group);
    sample.setSelected(true);
    sample.setId("trial-sample");
    invisible.setId("trial-invisible");
    measured.setId("trial-measured");
    instance.setId("trial-instance");
    instance.setConverter(new InstanceNames());
    instance.getItems().setAll(live.instances().get());
    instance.setMaxWidth(Double.MAX_VALUE);
    usual.ifPresent(instance::setValue);
    rows.getItems().setAll(ROWS);
    rows.setValue(50_000L);
    rows.setConverter(
        new Choices<>(
            ROWS,
            many ->
                many == 0 ? "no rows, the definition only" : "%,d rows a table".formatted(many)));
    rows.disableProperty().bind(sample.selectedProperty().not());
    seconds.getItems().setAll(SECONDS);
    seconds.setValue(120);
    seconds.setConverter(new Choices<>(SECONDS, many -> many + " s"));
    var grid = new GridPane();
    grid.getStyleClass().add("form-grid");
    grid.addRow(0, new Label("Instance"), instance);
    grid.addRow(1, new Label("At most"), seconds);
    Sheet sheet =
        Sheet.titled(
            candidates.size() == 1 ? "Try an index" : "Try " + candidates.size() + " indexes");
    sheet
        .wide()
        .body(
            styled(
                grid,
                way(
                    sample,
                    "Nothing of yours is touched. A small sample can be planned otherwise than the"
                        + " whole table.",
                    rows),
                way(
                    invisible,
                    "Planned with the real rows. Making it reads the whole table and takes disk space;"
                        + " no other session uses it, writers keep it up to date until it is dropped. It"
                        + " is kept out of the binary log. MariaDB has no index of this kind: its"
                        + " IGNORED ones are ignored by every session."),
                measured))
        .act("Show what will be sent", Sheet.Kind.USUAL, one -> preview(one))
        .open(anywhere);
  }

  /// A sheet lies over the panel and not in it, so it has not its looks.
  private static Node styled(Node... parts) {
    var box = new VBox(parts);
    box.getStylesheets().add(Themes.css("plan"));
    box.getStyleClass().add("trial-form");
    return box;
  }

  private static Node way(RadioButton button, String words, Node... more) {
    var label = new Label(words);
    label.setWrapText(true);
    label.getStyleClass().addAll("muted", "trial-way");
    var box = new VBox(button, label);
    box.getChildren().addAll(more);
    box.getStyleClass().add("trial-ways");
    return box;
  }

  private void preview(Sheet first) {
    InstanceRef where = instance.getValue();
    if (where == null) {
      instance.requestFocus();
      instance.show();
      return;
    }
    TrialMethod method =
        invisible.isSelected()
            ? new TrialMethod.Invisible()
            : new TrialMethod.Sample(rows.getValue());
    model
        .request(
            where,
            candidates,
            method,
            measured.isSelected(),
            Duration.ofSeconds(seconds.getValue()))
        .ifPresent(
            request -> {
              first.close();
              confirm(request, model::run);
            });
  }

  private void confirm(TrialRequest request, Consumer<TrialRequest> run) {
    SqlArea shown = SqlArea.reader();
    shown.show(String.join(";\n", request.statements()) + ";");
    shown.setId("trial-statements");
    VBox.setVgrow(shown, Priority.ALWAYS);
    var words =
        new Label(
            "What is made is dropped again in every ending: done, failed, cancelled, connection"
                + " lost, window closed. Each statement is kept in the audit log.");
    words.setWrapText(true);
    Sheet.titled("Send this to " + request.instance().name())
        .on(request.instance())
        .wide()
        .body(words, shown)
        .onClose(shown::close)
        .act(
            "Try on " + request.instance().name(),
            Sheet.Kind.DANGER,
            sheet -> {
              var confirmation = new Confirmation(sheet.typed());
              sheet.close();
              run.accept(request.confirmed(confirmation));
            })
        .open(anywhere);
  }
}
