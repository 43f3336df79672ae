package org.binnacle.review.view.script;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Icons;
import org.binnacle.review.ReviewOptions;
import org.binnacle.review.mouth.Mouth;
import org.binnacle.review.set.RuleSets;
import org.binnacle.review.view.server.On;

/// The bar of the review screen: what to review by, and what to do with the result.
final class ReviewBar extends HBox {
  private static final List<String> VERSIONS =
      List.of("", "5.7.44", "8.0.36", "8.4", "9.0", "10.11-MariaDB", "11.4-MariaDB");

  private final MenuButton rules = new MenuButton();
  private final MenuButton schema = new MenuButton();
  private final MenuButton server = new MenuButton();
  private final ComboBox<String> version = new ComboBox<>();
  private final Button stop = Icons.button("mdi2s-stop", "Stop the review", () -> {});
  private final Hands hands;
  private boolean showing;

  /// What the bar asks of its panel.
  interface Hands {
    void open();

    void openFolder();

    void save();

    void again();

    void stop();

    void options(ReviewOptions other);

    ReviewOptions options();

    void rulesFile();

    void editRules();

    void schemaFiles();

    void snapshot();

    void export(Mouth mouth);

    void copy();

    void writeBaseline();

    List<MenuItem> comparisons();

    /// What can be done about the server that is asked.
    List<MenuItem> servers();
  }

  ReviewBar(Hands hands) {
    FxThread.check();
    this.hands = hands;
    getStyleClass().add("review-bar");
    setAlignment(Pos.CENTER_LEFT);
    rules.setId("review-rules");
    rules.setOnShowing(event -> fillRules());
    schema.setId("review-schema");
    schema.setOnShowing(event -> fillSchema());
    version.setId("review-server");
    version.getItems().setAll(VERSIONS);
    version.setEditable(true);
    version.setPrefWidth(124);
    version.setPromptText("the set's, 8.0");
    version.setTooltip(new Tooltip("The server version that the script is for"));
    version.valueProperty().addListener((seen, was, is) -> version(is == null ? "" : is));
    server.setId("review-on");
    server.setGraphic(Icons.of("mdi2d-database-search-outline"));
    server.setTooltip(
        new Tooltip("A replica that is asked for plans, sizes and open transactions"));
    server.setOnShowing(event -> server.getItems().setAll(hands.servers()));
    server.getItems().setAll(new MenuItem());
    stop.setId("review-stop");
    stop.setOnAction(event -> hands.stop());
    stop.managedProperty().bind(stop.visibleProperty());
    stop.setVisible(false);
    var open = new MenuButton("Open", Icons.of("mdi2f-folder-open-outline"));
    open.setId("review-open");
    open.getItems()
        .setAll(
            item("A file…   Ctrl+O", hands::open), item("A folder of files…", hands::openFolder));
    var save = Icons.button("mdi2c-content-save-outline", "Save the text (Ctrl+S)", hands::save);
    var again = Icons.button("mdi2r-refresh", "Review again (F5)", hands::again);
    var compare = new MenuButton("Compare", Icons.of("mdi2c-compare-horizontal"));
    compare.setId("review-compare");
    compare.setOnShowing(event -> compare.getItems().setAll(hands.comparisons()));
    compare.getItems().setAll(new MenuItem());
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren()
        .addAll(open, save, again, stop, rules, version, schema, server, gap, compare, export());
    rules.getItems().setAll(new MenuItem());
    schema.getItems().setAll(new MenuItem());
    show(hands.options());
    show(Optional.empty());
  }

  private MenuButton export() {
    var export = new MenuButton("Export", Icons.of("mdi2e-export"));
    export.setId("review-export");
    export.getItems().add(item("Copy as text", hands::copy));
    export.getItems().add(new SeparatorMenuItem());
    for (Mouth mouth : Mouth.values()) {
      export.getItems().add(item(words(mouth), () -> hands.export(mouth)));
    }
    export.getItems().add(new SeparatorMenuItem());
    export.getItems().add(item("Baseline of these findings…", hands::writeBaseline));
    return export;
  }

  private static String words(Mouth mouth) {
    return switch (mouth) {
      case TEXT -> "Text…";
      case JSON -> "JSON…";
      case SARIF -> "SARIF 2.1.0…";
      case HTML -> "HTML, one file…";
      case MARKDOWN -> "Markdown, for a merge request…";
      case CSV -> "CSV…";
      case JUNIT -> "JUnit XML…";
      case GITHUB -> "GitHub annotations…";
    };
  }

  static MenuItem item(String words, Runnable action) {
    var item = new MenuItem(words);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> action.run());
    return item;
  }

  /// Shows the options as they are.
  void show(ReviewOptions options) {
    FxThread.check();
    showing = true;
    rules.setText("Rules: " + shortName(options.rules()));
    schema.setText(
        options
            .snapshot()
            .map(file -> "Snapshot: " + shortName(file.toString()))
            .orElseGet(
                () ->
                    options.schema().isEmpty()
                        ? "No schema"
                        : "Schema: "
                            + shortName(options.schema().getFirst().toString())
                            + (options.schema().size() > 1
                                ? " and %d more".formatted(options.schema().size() - 1)
                                : "")));
    version.setValue(options.server().orElse(""));
    showing = false;
  }

  /// @param on what is asked; empty for nobody
  void show(Optional<On> on) {
    FxThread.check();
    server.setText(on.map(o -> "On: " + o.target()).orElse("No server"));
  }

  void busy(boolean on) {
    stop.setVisible(on);
  }

  private static String shortName(String nameOrFile) {
    Path last = Path.of(nameOrFile).getFileName();
    return last == null ? nameOrFile : last.toString();
  }

  private void version(String version) {
    if (!showing) {
      hands.options(
          hands
              .options()
              .withServer(version.isBlank() ? Optional.empty() : Optional.of(version.strip())));
    }
  }

  private void fillRules() {
    var items = new ArrayList<MenuItem>();
    for (String name : RuleSets.SHIPPED) {
      items.add(item(name, () -> hands.options(hands.options().withRules(name))));
    }
    items.add(item("From a file…", hands::rulesFile));
    items.add(new SeparatorMenuItem());
    items.add(item("Edit rules and levels…", hands::editRules));
    rules.getItems().setAll(items);
  }

  private void fillSchema() {
    var items = new ArrayList<MenuItem>();
    items.add(item("Files of DDL, such as mysqldump --no-data writes…", hands::schemaFiles));
    items.add(item("A snapshot of an instance (JSON)…", hands::snapshot));
    items.add(new SeparatorMenuItem());
    items.add(item("No schema", () -> hands.options(hands.options().withSchema(List.of()))));
    schema.getItems().setAll(items);
  }
}
