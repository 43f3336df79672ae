package org.binnacle.review.view.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.binnacle.fxkit.Choosers;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.fxkit.table.FillColumn;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Severity;
import org.binnacle.review.ReviewFaults;
import org.binnacle.review.set.RuleSet;
import org.binnacle.review.set.RuleSetDraft;
import org.binnacle.review.set.RuleSetText;
import org.binnacle.review.set.RuleSets;
import org.binnacle.review.source.SqlText;
import org.binnacle.review.view.Kit;
import org.binnacle.review.view.ReviewPanels;

/// A rule set: its rules with level and parameters, its file, and what it comes to. A set that
/// ships is not changed; what is changed becomes a set that extends it.
public final class RulesPanel implements Panel {
  private static final Duration PAUSE = Duration.millis(400);
  private static final List<Choosers.Kind> YAML =
      List.of(Choosers.Kind.of("YAML files", "*.yaml", "*.yml"));

  private final Kit kit;
  private final String source;
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("Rules");
  private final MessageBar message = new MessageBar();
  private final LiveTable<RuleRow, String> table;
  private final RulePage page = new RulePage(this::change);
  private final TextField search = new TextField();
  private final TextField name = new TextField();
  private final TextField server = new TextField();
  private final ChoiceBox<String> base = new ChoiceBox<>();
  private final TextArea yaml = new TextArea();
  private final TextArea effective = new TextArea();
  private final PauseTransition pause = new PauseTransition(PAUSE);
  private final Questions checking = new Questions("rule set");
  private final Questions files = new Questions("file of a rule set");
  private final SplitPane rules = new SplitPane();
  private final BorderPane root = new BorderPane();
  private RuleSetDraft draft;
  private RuleSet set = RuleSet.SHIPPED;
  private RuleSet under = RuleSet.SHIPPED;
  private Optional<Path> file = Optional.empty();
  private String saved = "";
  private boolean valid = true;
  private boolean showing;
  private Optional<RuleSetDraft> looked = Optional.empty();

  /// @param source a set that ships, or a file
  public RulesPanel(Kit kit, ReviewPanels panels, String source) {
    FxThread.check();
    this.kit = kit;
    this.source = source;
    draft =
        RuleSetDraft.extending("my-rules", RuleSets.SHIPPED.contains(source) ? source : "default");
    table = new LiveTable<>("review.rules", RuleRow::id, RuleRow.columns(), kit.settings());
    table.states(RuleRow::states);
    table.sortBefore(RuleRow::byFamily);
    table.onOpen(row -> page.requestFocus());
    table.whenEmpty(
        Placeholder.of(
            "mdi2m-magnify", "No rule fits", "Search in names and in what rules ask for."));
    table.selection().addListener((seen, was, is) -> showPage());
    FillColumn.attach(table.view(), "says", 200);
    pause.setOnFinished(event -> typed());
    lay();
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
    if (RuleSets.SHIPPED.contains(source)) {
      saved = draft.yaml();
      check(draft);
    } else {
      read(Path.of(source));
    }
  }

  private void lay() {
    search.setId("rules-search");
    search.setPromptText("Search rules (Ctrl+F)");
    search.textProperty().addListener((seen, was, is) -> showRows());
    HBox.setHgrow(search, Priority.ALWAYS);
    name.setId("rules-name");
    name.setPrefColumnCount(11);
    server.setId("rules-server");
    server.setPromptText("8.0.36");
    server.setPrefColumnCount(6);
    base.setId("rules-base");
    base.getItems().setAll(RuleSets.SHIPPED);
    yaml.setId("rules-yaml");
    yaml.getStyleClass().add("mono");
    effective.setId("rules-effective");
    effective.getStyleClass().add("mono");
    effective.setEditable(false);
    name.textProperty()
        .addListener(
            (seen, was, is) -> changed(draft.named(is.isBlank() ? "my-rules" : is.strip())));
    server.textProperty().addListener((seen, was, is) -> changed(draft.forServer(is.strip())));
    base.valueProperty()
        .addListener((seen, was, is) -> changed(draft.extending(is == null ? "" : is)));
    yaml.textProperty()
        .addListener(
            (seen, was, is) -> {
              if (!showing) {
                pause.playFromStart();
              }
            });
    rules.getItems().addAll(table.view(), page);
    rules.setDividerPositions(0.6);
    root.setTop(new VBox(head(), message));
    root.setCenter(rules);
    root.getStyleClass().addAll("plan-panel", "rules-panel");
    root.getStylesheets().addAll(Themes.css("plan"), Themes.css("review"));
  }

  private Node head() {
    var group = new ToggleGroup();
    var kinds =
        new HBox(
            view(group, "Rules", rules, true),
            view(group, "File (YAML)", yaml, false),
            view(group, "What it comes to", effective, false));
    kinds.getStyleClass().add("rule-views");
    var save = new Button("Save…", Icons.of("mdi2c-content-save-outline"));
    save.setId("rules-save");
    save.setOnAction(event -> save(false));
    var use = new Button("Use for reviews");
    use.setId("rules-use");
    use.setOnAction(event -> use());
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var line =
        new HBox(
            quiet("Set"),
            name,
            quiet("extends"),
            base,
            quiet("for server"),
            server,
            gap,
            use,
            save);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("review-bar");
    var second = new HBox(kinds, search);
    second.setAlignment(Pos.CENTER_LEFT);
    second.getStyleClass().add("review-tools");
    return new VBox(line, second);
  }

  private ToggleButton view(ToggleGroup group, String words, Node node, boolean on) {
    var button = new ToggleButton(words);
    button.setToggleGroup(group);
    button.setSelected(on);
    button.setOnAction(
        event -> {
          button.setSelected(true);
          root.setCenter(node);
        });
    return button;
  }

  private static Label quiet(String words) {
    var label = new Label(words);
    label.getStyleClass().add("muted");
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private void keys(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.S) {
      save(event.isShiftDown());
      event.consume();
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
      search.requestFocus();
      event.consume();
    }
  }

  private void read(Path path) {
    files.ask(
        () -> RuleSetDraft.read(String.valueOf(path.getFileName()), SqlText.of(path)),
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<RuleSetDraft> ok -> {
              file = Optional.of(path);
              draft = ok.value();
              saved = draft.yaml();
              check(draft);
            }
            case Outcome.Failed<RuleSetDraft> failed -> {
              message.show(failed.fault(), kit.words());
              check(draft);
            }
          }
        });
  }

  /// A field of the head has changed.
  private void changed(RuleSetDraft other) {
    if (!showing && !other.equals(draft)) {
      draft = other;
      check(other);
    }
  }

  private void change(RuleSetDraft other) {
    draft = other;
    check(other);
  }

  /// The file was typed into.
  private void typed() {
    try {
      draft = RuleSetDraft.read(name.getText(), yaml.getText());
      check(draft);
    } catch (Fault e) {
      valid = false;
      message.show(e, kit.words());
    }
  }

  private record Checked(RuleSet set, RuleSet base) {}

  private void check(RuleSetDraft now) {
    Path folder =
        file.map(Path::toAbsolutePath)
            .map(Path::getParent)
            .orElseGet(() -> Path.of("").toAbsolutePath());
    checking.ask(
        () ->
            new Checked(
                now.checked(folder),
                RuleSetDraft.extending("base", now.base().isEmpty() ? "default" : now.base())
                    .checked(folder)),
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<Checked> ok -> {
              set = ok.value().set();
              under = ok.value().base();
              valid = true;
              message.clear();
            }
            case Outcome.Failed<Checked> failed -> {
              valid = false;
              message.show(failed.fault(), kit.words());
            }
          }
          show();
        });
  }

  /// Whether what is shown is what was typed.
  boolean settled() {
    return looked.filter(draft::equals).isPresent();
  }

  private void show() {
    looked = Optional.of(draft);
    showing = true;
    put(name, draft.name());
    put(server, draft.server());
    if (!draft.base().isEmpty() && !base.getItems().contains(draft.base())) {
      base.getItems().add(draft.base());
    }
    base.setValue(draft.base().isEmpty() ? null : draft.base());
    if (!yaml.isFocused()) {
      yaml.setText(draft.yaml());
    }
    effective.setText(RuleSetText.effective(set));
    showing = false;
    title.set(
        (draft.yaml().equals(saved) ? "" : "*")
            + "Rules: "
            + (file.isPresent() ? draft.name() : source));
    showRows();
    showPage();
  }

  private static void put(TextField field, String text) {
    if (!field.isFocused()) {
      field.setText(text);
    }
  }

  private void showRows() {
    table.rows(RuleRow.of(set, draft, search.getText()));
    kit.settings()
        .get("rules.rule")
        .ifPresent(
            rule -> {
              kit.settings().remove("rules.rule");
              search.setText(rule);
              FxThread.later(() -> table.select(Set.of(rule)));
            });
  }

  private void showPage() {
    List<RuleRow> chosen = table.selection().get();
    if (chosen.size() == 1 && chosen.getFirst().rule().isPresent()) {
      page.show(chosen.getFirst().rule().get(), draft, set, under);
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
    return draft.yaml();
  }

  /// What is told above.
  String words() {
    return message.words();
  }

  private void save(boolean elsewhere) {
    if (!valid) {
      message.show(
          Severity.CRITICAL, "It is not saved while it says what cannot be: " + message.words());
      return;
    }
    String text = draft.yaml();
    file.filter(path -> !elsewhere)
        .or(
            () ->
                kit.choosers()
                    .save(
                        root.getScene().getWindow(),
                        "Save the rule set",
                        draft.name() + ".yaml",
                        YAML))
        .ifPresent(
            path ->
                files.ask(
                    () -> {
                      try {
                        return Files.writeString(path, text, StandardCharsets.UTF_8);
                      } catch (IOException e) {
                        throw new Fault(ReviewFaults.NOT_WRITTEN, path.toString(), e);
                      }
                    },
                    outcome -> {
                      switch (outcome) {
                        case Outcome.Ok<Path> ok -> {
                          file = Optional.of(path);
                          saved = text;
                          show();
                          Toasts.show(root, Severity.OK, "Saved: " + path + ".");
                        }
                        case Outcome.Failed<Path> failed ->
                            message.show(failed.fault(), kit.words());
                      }
                    }));
  }

  private void use() {
    boolean unchanged = draft.rules().isEmpty() && file.isEmpty();
    if (file.isEmpty() && !unchanged) {
      message.show(Severity.NOTICE, "Save it first: a review reads its rule set from a file.");
      return;
    }
    String rulesOf = file.map(Path::toString).orElse(draft.base());
    kit.settings().put("review.rules", rulesOf);
    Toasts.show(root, Severity.OK, "Reviews that are opened from now on use " + rulesOf + ".");
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
    search.requestFocus();
  }

  @Override
  public void close() {
    FxThread.check();
    pause.stop();
    checking.close();
    files.close();
    table.close();
  }
}
