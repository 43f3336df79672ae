package org.binnacle.app.start;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.binnacle.app.house.Asking;
import org.binnacle.app.house.House;
import org.binnacle.app.window.MainWindow;
import org.binnacle.app.window.Parts;
import org.binnacle.app.window.Status;
import org.binnacle.app.window.WindowWiring;
import org.binnacle.fxkit.Shots;
import org.binnacle.fxkit.SystemChoosers;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.task.Tasks;
import org.binnacle.inventory.Field;
import org.binnacle.inventory.InstanceDraft;
import org.binnacle.kernel.Words;
import org.binnacle.review.view.Servers;
import org.binnacle.state.StateFolder;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.Screen;
import org.binnacle.testkit.server.Fleet;

/// The window with SQL review and plans in it over a house, and a fleet `shop` of a source and a
/// replica, for tests that ask it.
@SuppressWarnings("NullAway")
final class ReviewWindow implements AutoCloseable {
  static final String PASSWORD = "some password";

  private final MainWindow window;

  static void run(RunningServer server, String... statements) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /// A house that knows the password, with the source and its replica in it, filled and alike.
  static House house(Path folder, Fleet fleet) throws Exception {
    House house =
        House.open(
            StateFolder.at(folder.resolve("state")),
            Map.of("BINNACLE_PASSWORD", PASSWORD, "BINNACLE_MASTER_PASSWORD", "master"),
            Asking.nobody(),
            false);
    fill(fleet.source());
    fleet.awaitReplicated();
    add(house, "shop-source", fleet.source());
    add(house, "shop-replica", fleet.replicas().getFirst());
    return house;
  }

  static void add(House house, String name, RunningServer at) {
    house
        .inventory()
        .add(
            new InstanceDraft()
                .set(Field.NAME, name)
                .set(Field.HOST, at.host())
                .set(Field.PORT, String.valueOf(at.port()))
                .set(Field.USER, "looks")
                .set(Field.CLUSTER, "shop")
                .build());
  }

  ReviewWindow(House house) {
    Screen.start();
    window =
        Screen.get(
            () ->
                MainWindow.open(
                    new WindowWiring(
                        house.settings(),
                        new Words(),
                        "0.1.0",
                        Path.of("state"),
                        new SystemChoosers(),
                        new Tasks(),
                        desk -> parts(house, desk))));
  }

  private Parts parts(House house, WindowWiring.Desk desk) {
    var plans = new PlanParts(house, desk, file -> false, sql -> {});
    var reviews =
        new ReviewParts(
            desk,
            KeptReviews.of(house),
            new ReviewServers(house, instance -> {}, plans::reviewed),
            () -> window.stage());
    var kinds = new java.util.ArrayList<>(reviews.kinds());
    kinds.addAll(plans.kinds());
    return new Parts(
        new VBox(new Label("Fleet")),
        kinds,
        reviews.commands(),
        List.of(),
        Status::none,
        List.of("review.new"));
  }

  <N extends Node> N find(String css, Class<N> type) {
    return Screen.get(() -> type.cast(window.stage().getScene().getRoot().lookup(css)));
  }

  String text(String css) {
    return Screen.get(
        () ->
            window.stage().getScene().getRoot().lookup(css) instanceof Label label
                ? label.getText()
                : "");
  }

  void press(Node at, KeyCode code) {
    Screen.run(
        () ->
            Event.fireEvent(
                at,
                new KeyEvent(
                    KeyEvent.KEY_PRESSED, "", "", code, false, code == KeyCode.P, false, false)));
    Screen.settle();
  }

  void awaitAsked(String words) {
    Screen.until(
        "asked: " + words,
        () -> {
          Node bar = window.stage().getScene().getRoot().lookup("#review-source");
          return bar != null
              && bar.isVisible()
              && bar.lookup(".label") instanceof Label label
              && label.getText().contains(words);
        });
  }

  String bar() {
    return Screen.get(
        () ->
            window.stage().getScene().getRoot().lookupAll(".message-bar").stream()
                .filter(MessageBar.class::isInstance)
                .map(bar -> ((MessageBar) bar).words())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("\n")));
  }

  String notRun() {
    Button chip = find("#review-chip-not-run", Button.class);
    return Screen.get(() -> chip.isVisible() ? chip.getText() : "");
  }

  void choose(String target) {
    Screen.run(
        () -> {
          var menu = find("#review-on", MenuButton.class);
          menu.getOnShowing().handle(new Event(Event.ANY));
          menu.getItems().stream()
              .filter(item -> item.getText() != null && item.getText().startsWith("Choose"))
              .findFirst()
              .orElseThrow()
              .fire();
        });
    Screen.until("the sheet", () -> find("#server-list", ListView.class) != null);
    Screen.run(() -> find("#server-database", TextField.class).setText("shop"));
    Screen.run(
        () -> {
          @SuppressWarnings("unchecked")
          ListView<Servers.Target> list = find("#server-list", ListView.class);
          list.getSelectionModel()
              .select(
                  list.getItems().stream()
                      .filter(t -> t.name().equals(target))
                      .findFirst()
                      .orElseThrow());
        });
  }

  Button button(String words) {
    return Screen.get(
        () ->
            window.stage().getScene().getRoot().lookupAll(".button").stream()
                .filter(n -> n instanceof Button b && words.equals(b.getText()))
                .map(Button.class::cast)
                .findFirst()
                .orElse(null));
  }

  void press(String verb) {
    Screen.until(verb, () -> button(verb) != null && !button(verb).isDisabled());
    Screen.run(() -> button(verb).fire());
  }

  void link(String words) {
    Screen.until(
        words,
        () ->
            window.stage().getScene().getRoot().lookupAll(".hyperlink").stream()
                .anyMatch(n -> n.isVisible() && words.equals(((Hyperlink) n).getText())));
    Screen.run(
        () ->
            window.stage().getScene().getRoot().lookupAll(".hyperlink").stream()
                .filter(n -> n.isVisible() && words.equals(((Hyperlink) n).getText()))
                .map(Hyperlink.class::cast)
                .findFirst()
                .orElseThrow()
                .fire());
  }

  void shoot(String name) {
    Screen.settle();
    Screen.run(
        () ->
            Shots.take(
                window.stage().getScene(), 1, Path.of("target", "shots").resolve(name + ".png")));
  }

  MainWindow window() {
    return window;
  }

  static void fill(RunningServer source) throws SQLException {
    run(
        source,
        "CREATE DATABASE shop",
        "CREATE TABLE shop.ten (n int PRIMARY KEY)",
        "INSERT INTO shop.ten VALUES (0),(1),(2),(3),(4),(5),(6),(7),(8),(9)",
        "CREATE TABLE shop.orders (id int PRIMARY KEY, note varchar(20))",
        """
        INSERT INTO shop.orders SELECT a.n + 10 * b.n + 100 * c.n + 1000 * d.n, 'y'
        FROM shop.ten a, shop.ten b, shop.ten c, shop.ten d""",
        "ANALYZE TABLE shop.orders",
        "CREATE USER 'looks'@'%' IDENTIFIED BY '" + PASSWORD + "'",
        "GRANT SELECT, INSERT, UPDATE, DELETE ON shop.* TO 'looks'@'%'",
        "GRANT PROCESS, REPLICATION CLIENT ON *.* TO 'looks'@'%'",
        "GRANT SELECT ON performance_schema.* TO 'looks'@'%'");
  }

  @Override
  public void close() {
    Screen.run(window::close);
  }
}
