package org.binnacle.app.window;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.binnacle.app.window.Preference.Choice;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.Safety;
import org.binnacle.kernel.Settings;

/// The page of settings; each takes effect when it is chosen.
final class SettingsPanel implements Panel {
  private static final String THRESHOLDS = "board.thresholds";
  private static final String HEARTBEAT = "replication.heartbeat";

  private final ObservableValue<String> title = new SimpleStringProperty("Settings");
  private final Themes themes;
  private final Settings settings;
  private final VBox page = new VBox();
  private final ScrollPane scroll = new ScrollPane(page);
  private final ComboBox<Choice> theme;
  private final ComboBox<Choice> letters;
  private final ChangeListener<Themes.Choice> themed;
  private final ChangeListener<Integer> lettered;

  /// @param checks of settings that are typed, by key
  SettingsPanel(
      Themes themes, Settings settings, Path folder, Function<String, Consumer<String>> checks) {
    this.themes = themes;
    this.settings = settings;
    page.getStyleClass().add("page");
    scroll.setFitToWidth(true);
    theme =
        box(
            List.of(
                new Choice("SYSTEM", "as the system"),
                new Choice("LIGHT", "light"),
                new Choice("DARK", "dark")),
            themes.choice().get().name());
    theme.setId("setting-theme");
    theme.setOnAction(
        event -> themes.choice().set(Themes.Choice.valueOf(theme.getValue().value())));
    themed = (seen, was, is) -> choose(theme, is.name());
    letters =
        box(
            IntStream.rangeClosed(Themes.SMALLEST, Themes.LARGEST)
                .mapToObj(size -> new Choice(String.valueOf(size), size + " px"))
                .toList(),
            String.valueOf(themes.size().get()));
    letters.setId("setting-letters");
    letters.setOnAction(event -> themes.size().set(Integer.valueOf(letters.getValue().value())));
    lettered = (seen, was, is) -> choose(letters, String.valueOf(is));
    section("Look");
    row("Theme", "Light or dark, or as the operating system has it.", theme);
    row("Letters", "Their height; rows follow at twice of it.", letters);
    preferences("Look");
    section("Watching");
    preferences("Watching");
    row(
        "Reporting users",
        "Users whose statements may run long: the board does not tell them as old statements. *"
            + " stands for anything, commas between them.",
        new KeptText(
            settings,
            "board.reporting-users",
            "report*, etl",
            "Users whose statements may run long"));
    row(
        "Thresholds",
        "From when on the board warns, and from when on something is critical, where it is not the"
            + " usual (F1 on the board lists them): whom => name=warning/critical, parted by"
            + " semicolons. It counts within seconds.",
        new CheckedText(
            settings,
            THRESHOLDS,
            "tag:reports => select=10m/1h",
            "Thresholds of the board by tag",
            checks.apply(THRESHOLDS)));
    row(
        "Heartbeat table",
        "What pt-heartbeat writes to, for the lag of replicas: ops.heartbeat for all, or by selector:"
            + " tag:eu = eu.beat; ops.heartbeat utc. off: the server's own count; empty: the usual"
            + " names (see Replication in the help).",
        new CheckedText(
            settings,
            HEARTBEAT,
            "looked for by usual names",
            "Heartbeat tables",
            checks.apply(HEARTBEAT)));
    section("Kills");
    row(
        "Never killed",
        "Users whose sessions no kill takes, besides those of the server, of replication and of"
            + " clouds. * stands for anything, commas between them; counts at once.",
        new KeptText(settings, "kill.protected", "backup*, root", "Users that are never killed"));
    section("Reviews");
    preferences("Reviews");
    row(
        "Author",
        "Whose name reviews of this window are kept under. Where it is empty: who committed a line"
            + " (git blame), else who the script's head names, else git's user.name.",
        new KeptText(settings, "review.author", "as git says", "Author of kept reviews"));
    section("Care before a change");
    for (Safety safety : Safety.values()) {
      row(name(safety), words(safety), new Label());
    }
    note("Each environment has one of these; it is set with the environment in the fleet.");
    section("State");
    var path = new TextField(folder.toString());
    path.setEditable(false);
    path.setPrefColumnCount(40);
    path.setAccessibleText("State folder");
    row("State folder", "Inventory, audit log, settings and logs lie here.", path);
  }

  @Override
  public String id() {
    return "settings";
  }

  @Override
  public ObservableValue<String> title() {
    return title;
  }

  @Override
  public String icon() {
    return "mdi2c-cog-outline";
  }

  @Override
  public String help() {
    return "settings";
  }

  @Override
  public Node node() {
    return scroll;
  }

  @Override
  public void shown() {
    themes.choice().addListener(themed);
    themes.size().addListener(lettered);
    choose(theme, themes.choice().get().name());
    choose(letters, String.valueOf(themes.size().get()));
  }

  @Override
  public void hidden() {
    themes.choice().removeListener(themed);
    themes.size().removeListener(lettered);
  }

  @Override
  public void focus() {
    theme.requestFocus();
  }

  @Override
  public void close() {
    hidden();
  }

  private void preferences(String group) {
    for (Preference preference : Preference.all()) {
      if (preference.group().equals(group)) {
        String now = settings.get(preference.key()).orElse(preference.usual());
        ComboBox<Choice> box = box(preference.choices(), now);
        box.setId("setting-" + preference.key());
        box.setOnAction(event -> settings.put(preference.key(), box.getValue().value()));
        row(preference.title(), preference.words(), box);
      }
    }
  }

  private void section(String words) {
    var heading = new Label(words);
    heading.getStyleClass().add("page-section");
    page.getChildren().add(heading);
  }

  private void note(String words) {
    var note = new Label(words);
    note.getStyleClass().add("muted");
    note.setWrapText(true);
    page.getChildren().add(note);
  }

  private void row(String name, String words, Node control) {
    var label = new Label(name);
    label.getStyleClass().add("name");
    label.setLabelFor(control);
    var text = new Label(words);
    text.getStyleClass().add("muted");
    text.setWrapText(true);
    var left = new VBox(label, text);
    left.setPrefWidth(420);
    left.setMinWidth(200);
    HBox.setHgrow(left, Priority.SOMETIMES);
    var row = new HBox(left, control);
    row.getStyleClass().add("page-row");
    row.setAlignment(Pos.CENTER_LEFT);
    page.getChildren().add(row);
  }

  private static ComboBox<Choice> box(List<Choice> choices, String value) {
    var box = new ComboBox<>(FXCollections.observableArrayList(choices));
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Choice choice) {
            return choice == null ? "" : choice.words();
          }

          @Override
          public Choice fromString(String words) {
            throw new UnsupportedOperationException();
          }
        });
    box.setPrefWidth(200);
    choose(box, value);
    return box;
  }

  private static void choose(ComboBox<Choice> box, String value) {
    box.getItems().stream()
        .filter(choice -> choice.value().equals(value))
        .findFirst()
        .ifPresent(box::setValue);
  }

  private static String name(Safety safety) {
    return switch (safety) {
      case RELAXED -> "Relaxed";
      case CAREFUL -> "Careful";
      case STRICT -> "Strict";
    };
  }

  private static String words(Safety safety) {
    return switch (safety) {
      case RELAXED -> "Throw-away servers: one confirmation.";
      case CAREFUL -> "Shared servers: the exact statements are shown and confirmed.";
      case STRICT -> "Production: as careful, and the name of the instance is typed.";
    };
  }
}
