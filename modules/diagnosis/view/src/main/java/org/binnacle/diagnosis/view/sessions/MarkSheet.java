package org.binnacle.diagnosis.view.sessions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.binnacle.diagnosis.mark.MarkColour;
import org.binnacle.diagnosis.mark.MarkRule;
import org.binnacle.diagnosis.mark.MarkRules;
import org.binnacle.diagnosis.mark.MarkShape;
import org.binnacle.diagnosis.query.QueryError;
import org.binnacle.diagnosis.query.SessionQuery;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.sheet.Sheet;
import org.binnacle.fxkit.theme.Themes;

/// The colour rules as a list to be edited: which rows, in what order, with what word and colour.
/// Takes effect when it is kept.
final class MarkSheet {
  private final SessionsModel model;
  private final List<ProcessRow> rows;
  private final Map<String, String> saved;
  private final VBox list = new VBox();
  private final List<MarkLine> lines = new ArrayList<>();
  private final BooleanProperty wrong = new SimpleBooleanProperty();

  private MarkSheet(SessionsModel model) {
    this.model = model;
    this.rows = model.shown().get().merged().rows();
    this.saved = model.filters();
  }

  static Sheet open(SessionsModel model, Node anywhere) {
    return new MarkSheet(model).show(anywhere);
  }

  private Sheet show(Node anywhere) {
    var words =
        new Label(
            "The first rule that a session meets marks it. Which sessions is written as in the"
                + " query bar; word and shape say the same as the colour.");
    words.setWrapText(true);
    words.setMinHeight(Label.USE_PREF_SIZE);
    list.getStyleClass().add("mark-list");
    model.marks().rules().forEach(this::add);
    var add =
        Icons.button(
            "mdi2p-plus",
            "Add a rule",
            "A new rule at the top",
            () -> {
              lines.addFirst(line(new MarkRule("", "", MarkColour.BLUE, MarkShape.FLAG, true)));
              changed();
              lines.getFirst().focusWord();
            });
    add.setId("mark-add");
    var box = new VBox(words, list, new HBox(add, presets()));
    var adds = (HBox) box.getChildren().getLast();
    adds.setSpacing(8);
    adds.setAlignment(Pos.CENTER_LEFT);
    box.getStyleClass().add("kill-body");
    box.getStylesheets().add(Themes.css("sessions"));
    changed();
    return Sheet.titled("Colour rules")
        .wide()
        .body(box)
        .refuseWhile(wrong)
        .act("Back to the shipped rules", Sheet.Kind.OTHER, sheet -> reset())
        .act(
            "Keep rules",
            Sheet.Kind.USUAL,
            sheet -> {
              model.marks(new MarkRules(lines.stream().map(MarkLine::rule).toList()));
              sheet.close();
            })
        .open(anywhere);
  }

  private MenuButton presets() {
    var menu = new MenuButton("Add a shipped rule");
    menu.setId("mark-presets");
    for (MarkRule rule : MarkRules.shipped().rules()) {
      var item = new MenuItem(rule.word() + "    " + rule.query());
      item.setMnemonicParsing(false);
      item.setOnAction(
          event -> {
            lines.add(line(rule));
            changed();
          });
      menu.getItems().add(item);
    }
    return menu;
  }

  private void reset() {
    lines.clear();
    MarkRules.shipped().rules().forEach(this::add);
    changed();
  }

  private void add(MarkRule rule) {
    lines.add(line(rule));
  }

  private MarkLine line(MarkRule rule) {
    var made = new MarkLine[1];
    made[0] =
        new MarkLine(
            rule,
            by -> move(made[0], by),
            () -> {
              lines.remove(made[0]);
              changed();
            },
            this::changed);
    return made[0];
  }

  private void move(MarkLine line, int by) {
    int from = lines.indexOf(line);
    int to = Math.clamp((long) from + by, 0, lines.size() - 1);
    lines.remove(line);
    lines.add(to, line);
    changed();
  }

  /// Puts the lines in their order and tells of each what it finds now.
  private void changed() {
    if (!list.getChildren().equals(lines)) {
      list.getChildren().setAll(lines);
    }
    boolean any = false;
    for (int i = 0; i < lines.size(); i++) {
      MarkLine line = lines.get(i);
      line.place(i);
      Optional<String> mistake = mistake(line.rule());
      any |= mistake.isPresent();
      line.tell(mistake.orElseGet(() -> finds(line.rule())), mistake.isPresent());
    }
    wrong.set(any);
  }

  private Optional<String> mistake(MarkRule rule) {
    if (rule.word().isEmpty()) {
      return Optional.of("a word is missing");
    }
    if (rule.query().isEmpty()) {
      return Optional.of("which rows?");
    }
    return SessionQuery.parse(rule.query(), saved)
            instanceof SessionQuery.Parsed.Bad(QueryError error)
        ? Optional.of(error.line())
        : Optional.empty();
  }

  private String finds(MarkRule rule) {
    long many = rows.stream().filter(SessionQuery.of(rule.query(), saved)).count();
    return rule.on() ? "%,d now".formatted(many) : "off";
  }
}
