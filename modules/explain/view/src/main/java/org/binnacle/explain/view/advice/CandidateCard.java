package org.binnacle.explain.view.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.binnacle.explain.advice.Candidate;
import org.binnacle.explain.compare.Comparison;
import org.binnacle.explain.view.compare.DeltaWords;
import org.binnacle.explain.view.worksheet.Sizes;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.fxkit.theme.Colours;
import org.binnacle.kernel.Severity;

/// One index that is advised: its statement, why each column is in it, what it costs, and what a
/// trial showed.
final class CandidateCard extends VBox {
  private final Candidate candidate;
  private final CheckBox wanted = new CheckBox();

  /// What a card's buttons do.
  interface Hands {
    void compare(AdviceModel.Tried tried);

    void open(AdviceModel.Tried tried);

    void chosen();
  }

  CandidateCard(Candidate candidate, Optional<AdviceModel.Tried> tried, Hands hands) {
    this.candidate = candidate;
    getStyleClass().add("candidate");
    wanted.setSelected(true);
    wanted.setOnAction(event -> hands.chosen());
    wanted.setAccessibleText("Try " + candidate.ddl());
    var ddl = new Label(candidate.ddl());
    ddl.getStyleClass().addAll("mono", "candidate-ddl");
    ddl.setWrapText(true);
    ddl.setMinWidth(0);
    ddl.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(ddl, Priority.ALWAYS);
    var head =
        new HBox(wanted, ddl, Icons.button("mdi2c-content-copy", "Copy the statement", this::copy));
    head.getStyleClass().add("plan-line");
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().add(head);
    var columns = new FlowPane();
    columns.getStyleClass().add("candidate-columns");
    candidate.why().forEach(why -> columns.getChildren().add(pill(why)));
    if (candidate.covering()) {
      columns.getChildren().add(pill("covers: no row of the table is read", "green"));
    }
    getChildren().add(columns);
    costs().forEach(words -> getChildren().add(line(words)));
    tried.ifPresent(one -> getChildren().add(result(one, hands)));
  }

  Candidate candidate() {
    return candidate;
  }

  boolean wanted() {
    return wanted.isSelected();
  }

  private void copy() {
    var content = new ClipboardContent();
    content.putString(candidate.ddl() + ";");
    Clipboard.getSystemClipboard().setContent(content);
    Toasts.show(this, Severity.OK, "The statement is copied.");
  }

  private static Node pill(String why) {
    int colon = why.lastIndexOf(": ");
    String part = colon < 0 ? "" : why.substring(colon + 2);
    String words =
        switch (part) {
          case "=" -> why.substring(0, colon) + "  compared with =";
          case "range" -> why.substring(0, colon) + "  range";
          case "order" -> why.substring(0, colon) + "  already in order";
          case "covers" -> why.substring(0, colon) + "  only read";
          default -> why;
        };
    return pill(words, part.equals("covers") ? "grey" : "blue");
  }

  private static Label pill(String words, String token) {
    var pill = new Label(words);
    pill.getStyleClass().add("pill");
    pill.setMinWidth(Region.USE_PREF_SIZE);
    Colours.put(pill, token);
    return pill;
  }

  private List<String> costs() {
    var lines = new ArrayList<String>();
    lines.add(
        candidate.bytes().isPresent()
            ? "About "
                + Sizes.bytes(candidate.bytes().getAsLong())
                + " on disk, as statistics tell; "
                + candidate.writes()
            : "Size not known: there are no statistics; " + candidate.writes());
    if (!candidate.replaces().isEmpty()) {
      lines.add(
          "Would make redundant: "
              + String.join(", ", candidate.replaces())
              + ". Dropping that takes the write cost back.");
    }
    return lines;
  }

  private static Label line(String words) {
    var line = new Label(words);
    line.getStyleClass().add("muted");
    line.setWrapText(true);
    return line;
  }

  private static Node result(AdviceModel.Tried tried, Hands hands) {
    var comparison = Comparison.of(tried.before().plan(), tried.after().plan());
    var verdict =
        pill(
            tried.one().used() ? "the plan uses it" : "the plan does not use it",
            tried.one().used() ? "green" : "orange");
    var line = new HBox(Icons.of("mdi2f-flask-outline"), verdict);
    figure(line, "cost", DeltaWords.of(comparison.cost()));
    figure(line, "ms", DeltaWords.of(comparison.timeMs()));
    var where =
        new Label(
            "tried on %s, made in %,d ms".formatted(tried.where(), tried.one().built().toMillis()));
    where.getStyleClass().add("muted");
    where.setMinWidth(0);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    line.getChildren()
        .addAll(
            where,
            gap,
            button("Compare the plans", () -> hands.compare(tried)),
            button("Open the plan with it", () -> hands.open(tried)));
    line.getStyleClass().addAll("plan-line", "candidate-result");
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private static void figure(HBox line, String what, String words) {
    if (!words.isEmpty()) {
      var label = new Label(what + " " + words);
      label.getStyleClass().add("name");
      label.setMinWidth(Region.USE_PREF_SIZE);
      line.getChildren().add(label);
    }
  }

  private static Button button(String words, Runnable action) {
    var button = new Button(words);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }
}
