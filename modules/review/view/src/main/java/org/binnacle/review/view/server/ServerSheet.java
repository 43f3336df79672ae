package org.binnacle.review.view.server;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.sheet.Sheet;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Outcome;
import org.binnacle.review.view.Kit;
import org.binnacle.review.view.Servers;
import org.jspecify.annotations.Nullable;

/// Chooses the server that reviews ask: a cluster or an instance, and the replica that is found for
/// it is shown before anything is asked of it.
public final class ServerSheet {
  private static final String URL = "mysql://";

  private final Kit kit;
  private final BiConsumer<On, Servers.Picked> then;
  private final TextField filter = new TextField();
  private final ListView<Servers.Target> list = new ListView<>();
  private final TextField database = new TextField();
  private final LimitFields limits;
  private final PickedCard card;
  private final Questions looking = new Questions("server of a review");
  private final ReadOnlyObjectWrapper<Optional<Servers.Picked>> picked =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private String target = "";

  private ServerSheet(Kit kit, Optional<On> now, BiConsumer<On, Servers.Picked> then) {
    FxThread.check();
    this.kit = kit;
    this.then = then;
    limits = new LimitFields(now.map(On::limits));
    card = new PickedCard(kit.words(), () -> look(true));
    filter.setId("server-filter");
    filter.setPromptText("Filter by name, address, environment, or mysql://user@host:port");
    filter.textProperty().addListener((seen, was, is) -> fill());
    filter.addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
    list.setId("server-list");
    list.setCellFactory(view -> new TargetCell());
    list.getStyleClass().add("dense");
    list.setPlaceholder(new Label("No cluster or instance fits."));
    list.getSelectionModel().selectedItemProperty().addListener((seen, was, is) -> chosen(is));
    database.setId("server-database");
    database.setPromptText("none");
    now.ifPresent(on -> database.setText(on.database()));
    fill();
    now.flatMap(
            on -> list.getItems().stream().filter(t -> t.name().equals(on.target())).findFirst())
        .ifPresent(one -> list.getSelectionModel().select(one));
  }

  /// @param now what was chosen before
  /// @param then told what was chosen, after the sheet has closed
  public static Sheet open(
      Node anywhere, Kit kit, Optional<On> now, BiConsumer<On, Servers.Picked> then) {
    var own = new ServerSheet(kit, now, then);
    var right = own.limits.right();
    Sheet sheet =
        Sheet.titled("Ask a server")
            .body(own.body())
            .refuseWhile(
                javafx.beans.binding.Bindings.createBooleanBinding(
                    () -> own.picked.get().isEmpty() || !right.get(), own.picked, right))
            .act("Ask this server", Sheet.Kind.USUAL, own::ask)
            .onClose(own.looking::close)
            .open(anywhere);
    FxThread.later(own.filter::requestFocus);
    return sheet;
  }

  private Node body() {
    var words =
        new Label(
            "Definitions, statistics and plans are read there; nothing of the script is run. Of a"
                + " cluster the read-only replica that lags least is asked.");
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words.getStyleClass().add("muted");
    var label = new Label("Database of names without one");
    label.setLabelFor(database);
    label.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(database, Priority.ALWAYS);
    var line = new HBox(label, database);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("rule-line");
    var box = new VBox(words, filter, list, line, limits, card);
    box.getStyleClass().add("server-sheet");
    // The sheet stands beside the panel, whose style does not reach it.
    box.getStylesheets().add(Themes.css("review"));
    VBox.setVgrow(list, Priority.ALWAYS);
    return box;
  }

  private void keys(KeyEvent event) {
    if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
      int step = event.getCode() == KeyCode.DOWN ? 1 : -1;
      int at = list.getSelectionModel().getSelectedIndex() + step;
      if (at >= 0 && at < list.getItems().size()) {
        list.getSelectionModel().clearAndSelect(at);
        list.scrollTo(at);
      }
      event.consume();
    }
  }

  private void fill() {
    String typed = filter.getText().strip();
    List<Servers.Target> fit =
        typed.startsWith(URL)
            ? List.of(new Servers.Target(typed, false, "a server of no inventory", "", ""))
            : kit.servers().targets().stream().filter(one -> fits(one, typed)).toList();
    if (!fit.equals(list.getItems())) {
      Servers.Target was = list.getSelectionModel().getSelectedItem();
      list.getItems().setAll(fit);
      if (was != null && fit.contains(was)) {
        list.getSelectionModel().select(was);
      }
    }
  }

  private static boolean fits(Servers.Target one, String typed) {
    String all =
        (one.name() + " " + one.words() + " " + one.environment()).toLowerCase(Locale.ROOT);
    for (String word : typed.toLowerCase(Locale.ROOT).split("\\s+")) {
      if (!all.contains(word)) {
        return false;
      }
    }
    return true;
  }

  private void chosen(Servers.@Nullable Target one) {
    String name = one == null ? "" : one.name();
    if (!name.equals(target)) {
      target = name;
      if (name.isEmpty()) {
        looking.drop();
        picked.set(Optional.empty());
        card.none();
      } else {
        look(false);
      }
    }
  }

  private void look(boolean sourceToo) {
    String wanted = target;
    picked.set(Optional.empty());
    card.looking(wanted);
    looking.ask(
        () -> kit.servers().pick(wanted, sourceToo, new Cancel()),
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<Servers.Picked> ok -> {
              picked.set(Optional.of(ok.value()));
              card.show(ok.value());
            }
            case Outcome.Failed<Servers.Picked> failed -> card.failed(failed.fault());
          }
        });
  }

  private void ask(Sheet sheet) {
    Optional<Servers.Picked> server = picked.get();
    if (server.isPresent()) {
      var on = new On(target, database.getText().strip(), limits.limits());
      sheet.close();
      then.accept(on, server.get());
    }
  }
}
