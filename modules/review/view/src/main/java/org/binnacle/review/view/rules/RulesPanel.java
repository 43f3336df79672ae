package org.binnacle.review.view.rules;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.binnacle.fxkit.Choosers;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.fxkit.table.FillColumn;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Severity;
import org.binnacle.review.set.RuleSetDraft;
import org.binnacle.review.set.RuleSetText;
import org.binnacle.review.view.Kit;
import org.binnacle.review.view.ReviewPanels;

/// A rule set: its rules with level and parameters, its file, and what it comes to. A set that
/// ships is not changed; what is changed becomes a set that extends it.
public final class RulesPanel implements Panel {
  private static final Duration PAUSE = Duration.millis(400);
  private static final List<Choosers.Kind> YAML =
      List.of(Choosers.Kind.of("Rule sets (YAML, TOML)", "*.yaml", "*.yml", "*.toml"));

  private final Kit kit;
  private final String source;
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("Rules");
  private final MessageBar message = new MessageBar();
  private final RulesModel model;
  private final LiveTable<RuleRow, String> table;
  private final RulePage page;
  private final RulesHead head;
  private final TextArea yaml = new TextArea();
  private final TextArea effective = new TextArea();
  private final PauseTransition pause = new PauseTransition(PAUSE);
  private final BorderPane root = new BorderPane();
  private boolean showing;

  /// @param source a set that ships, or a file
  public RulesPanel(Kit kit, ReviewPanels panels, String source) {
    FxThread.check();
    this.kit = kit;
    this.source = source;
    model = new RulesModel(RulesModel.first(source), new Told());
    var hands = new Hands();
    page = new RulePage(hands);
    table = new LiveTable<>("review.rules", RuleRow::id, RuleRow.columns(), kit.settings());
    table.states(RuleRow::states);
    table.sortBefore(RuleRow::byFamily);
    table.onOpen(row -> page.requestFocus());
    table.whenEmpty(
        Placeholder.of(
            "mdi2m-magnify", "No rule fits", "Search in names and in what rules ask for."));
    table.selection().addListener((seen, was, is) -> showPage());
    FillColumn.attach(table.view(), "says", 200);
    var rules = new SplitPane(table.view(), page);
    rules.setDividerPositions(0.6);
    texts();
    head =
        new RulesHead(
            List.of(
                new RulesHead.Side("Rules", rules),
                new RulesHead.Side("File (YAML)", yaml),
                new RulesHead.Side("What it comes to", effective)),
            hands);
    root.setTop(new VBox(head, message));
    root.setCenter(rules);
    root.getStyleClass().addAll("plan-panel", "rules-panel");
    root.getStylesheets().addAll(Themes.css("plan"), Themes.css("review"));
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
    model.open(source);
  }

  private void texts() {
    yaml.setId("rules-yaml");
    yaml.getStyleClass().add("mono");
    yaml.textProperty()
        .addListener(
            (seen, was, is) -> {
              if (!showing) {
                pause.playFromStart();
              }
            });
    pause.setOnFinished(event -> model.typed(head.name(), yaml.getText()));
    effective.setId("rules-effective");
    effective.getStyleClass().add("mono");
    effective.setEditable(false);
  }

  private final class Told implements RulesModel.News {
    @Override
    public void looked() {
      if (model.isValid()) {
        message.clear();
      }
      show();
    }

    @Override
    public void failed(Fault why) {
      message.show(why, kit.words());
    }

    @Override
    public void saved(Path file) {
      show();
      Toasts.show(root, Severity.OK, "Saved: " + file + ".");
    }
  }

  private final class Hands implements RulesHead.Hands {
    @Override
    public RuleSetDraft draft() {
      return model.draft();
    }

    @Override
    public void change(RuleSetDraft draft) {
      model.change(draft);
    }

    @Override
    public void search(String words) {
      showRows();
    }

    @Override
    public void side(Node node) {
      root.setCenter(node);
    }

    @Override
    public void save() {
      RulesPanel.this.save(false);
    }

    @Override
    public void use() {
      RulesPanel.this.use();
    }
  }

  private void keys(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.S) {
      save(event.isShiftDown());
      event.consume();
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
      head.search().requestFocus();
      event.consume();
    }
  }

  private void show() {
    RuleSetDraft draft = model.draft();
    showing = true;
    head.show(draft);
    if (!yaml.isFocused()) {
      yaml.setText(draft.yaml());
    }
    effective.setText(RuleSetText.effective(model.set()));
    showing = false;
    title.set(
        (model.isChanged() ? "*" : "")
            + "Rules: "
            + (model.file().isPresent() ? draft.name() : source));
    showRows();
    showPage();
  }

  private void showRows() {
    table.rows(RuleRow.of(model.set(), model.draft(), head.search().getText()));
    kit.settings()
        .get("rules.rule")
        .ifPresent(
            rule -> {
              kit.settings().remove("rules.rule");
              head.search().setText(rule);
              FxThread.later(() -> table.select(Set.of(rule)));
            });
  }

  private void showPage() {
    List<RuleRow> chosen = table.selection().get();
    if (chosen.size() == 1 && chosen.getFirst().rule().isPresent()) {
      page.show(chosen.getFirst().rule().get(), model.set(), model.under());
    } else {
      page.none();
    }
  }

  /// Selects rules by their ids.
  void choose(Set<String> rules) {
    table.select(rules);
  }

  /// The file as it would be written now.
  String yaml() {
    return model.draft().yaml();
  }

  /// Whether what is shown is what was typed.
  boolean settled() {
    return model.isSettled();
  }

  /// What is told above.
  String words() {
    return message.words();
  }

  private void save(boolean elsewhere) {
    if (!model.isValid()) {
      message.show(
          Severity.CRITICAL, "It is not saved while it says what cannot be: " + message.words());
      return;
    }
    model
        .file()
        .filter(path -> !elsewhere)
        .or(
            () ->
                kit.choosers()
                    .save(
                        root.getScene().getWindow(),
                        "Save the rule set",
                        model.draft().name() + ".yaml",
                        YAML))
        .ifPresent(model::save);
  }

  private void use() {
    Optional<String> name = model.name();
    if (name.isEmpty()) {
      message.show(Severity.NOTICE, "Save it first: a review reads its rule set from a file.");
      return;
    }
    kit.settings().put("review.rules", name.get());
    Toasts.show(root, Severity.OK, "Reviews that are opened from now on use " + name.get() + ".");
  }

  @Override
  public String id() {
    return ReviewPanels.RULES + source;
  }

  @Override
  public ObservableValue<String> title() {
    return title.getReadOnlyProperty();
  }

  @Override
  public String icon() {
    return "mdi2f-format-list-checks";
  }

  @Override
  public String help() {
    return "review";
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void focus() {
    head.search().requestFocus();
  }

  @Override
  public void close() {
    FxThread.check();
    pause.stop();
    model.close();
    table.close();
  }
}
