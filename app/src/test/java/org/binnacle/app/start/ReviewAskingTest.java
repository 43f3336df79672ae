package org.binnacle.app.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
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
import org.binnacle.explain.view.plan.PlanPanel;
import org.binnacle.fxkit.Shots;
import org.binnacle.fxkit.SystemChoosers;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.fxkit.task.Tasks;
import org.binnacle.inventory.Field;
import org.binnacle.inventory.InstanceDraft;
import org.binnacle.kernel.Words;
import org.binnacle.review.history.KeptRun;
import org.binnacle.review.history.Scope;
import org.binnacle.review.view.ReviewPanels;
import org.binnacle.review.view.Servers;
import org.binnacle.state.StateFolder;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.Screen;
import org.binnacle.testkit.junit.TestFleet;
import org.binnacle.testkit.server.Fleet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A review on the screen that asks servers which really run: a source and a replica.
@SuppressWarnings("NullAway")
@Tag("screen")
@Tag("server")
class ReviewAskingTest {
  private static final String PASSWORD = "some password";
  private static final String SQL =
      """
      -- author: Ann Example
      SELECT id FROM orders WHERE note = 'x';
      SELECT id FROM orders WHERE id = 5;
      ALTER TABLE orders MODIFY note VARCHAR(300);
      """;

  @TempDir Path folder;
  private MainWindow window;

  private static void run(RunningServer server, String... statements) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static void add(House house, String name, RunningServer at) {
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

  private void show(House house) {
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

  private <N extends Node> N find(String css, Class<N> type) {
    return Screen.get(() -> type.cast(window.stage().getScene().getRoot().lookup(css)));
  }

  private String text(String css) {
    return Screen.get(
        () ->
            window.stage().getScene().getRoot().lookup(css) instanceof Label label
                ? label.getText()
                : "");
  }

  private void press(Node at, KeyCode code) {
    Screen.run(
        () ->
            Event.fireEvent(
                at,
                new KeyEvent(
                    KeyEvent.KEY_PRESSED, "", "", code, false, code == KeyCode.P, false, false)));
    Screen.settle();
  }

  private void awaitAsked(String words) {
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

  private String bar() {
    return Screen.get(
        () ->
            window.stage().getScene().getRoot().lookupAll(".message-bar").stream()
                .filter(MessageBar.class::isInstance)
                .map(bar -> ((MessageBar) bar).words())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("\n")));
  }

  private String notRun() {
    Button chip = find("#review-chip-not-run", Button.class);
    return Screen.get(() -> chip.isVisible() ? chip.getText() : "");
  }

  private void choose(String target) {
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

  private Button button(String words) {
    return Screen.get(
        () ->
            window.stage().getScene().getRoot().lookupAll(".button").stream()
                .filter(n -> n instanceof Button b && words.equals(b.getText()))
                .map(Button.class::cast)
                .findFirst()
                .orElse(null));
  }

  private void press(String verb) {
    Screen.until(verb, () -> button(verb) != null && !button(verb).isDisabled());
    Screen.run(() -> button(verb).fire());
  }

  private void link(String words) {
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

  private void shoot(String name) {
    Screen.settle();
    Screen.run(
        () ->
            Shots.take(
                window.stage().getScene(), 1, Path.of("target", "shots").resolve(name + ".png")));
  }

  @Test
  void aReplicaIsAskedItsPlansAreOpenedAndTheRunIsKept() throws Exception {
    Screen.start();
    try (Fleet fleet = TestFleet.start(Distribution.MYSQL_8_0, 1);
        House house =
            House.open(
                StateFolder.at(folder.resolve("state")),
                Map.of("BINNACLE_PASSWORD", PASSWORD, "BINNACLE_MASTER_PASSWORD", "master"),
                Asking.nobody(),
                false)) {
      RunningServer replica = fleet.replicas().getFirst();
      fill(fleet.source());
      fleet.awaitReplicated();
      add(house, "shop-source", fleet.source());
      add(house, "shop-replica", replica);
      show(house);
      try {
        asked(house);
        lags(replica);
      } finally {
        Screen.run(window::close);
      }
    }
  }

  private static void fill(RunningServer source) throws SQLException {
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

  private void asked(House house) throws IOException {
    Path file = Files.writeString(folder.resolve("change.sql"), SQL);
    String id = ReviewPanels.REVIEW + file;
    Screen.run(() -> window.workbench().open(id));
    Screen.until("reviewed", () -> notRun().contains("need a replica"));

    choose("shop");
    Screen.until("the replica", () -> text("#server-card .name").equals("shop-replica"));
    shoot("review-asking-sheet");
    press("Ask this server");
    awaitAsked("Asked shop-replica (replica, 0 s behind)");
    assertThat(notRun()).doesNotContain("replica").doesNotContain("schema");
    shoot("review-asked");
    SqlArea editor = find("#review-editor", SqlArea.class);
    Screen.run(() -> editor.selectWhole(SQL.indexOf("note ="), SQL.indexOf("note =")));
    Screen.until("its plan's line", () -> find("#review-plan", Node.class).isVisible());
    Screen.run(() -> find("#review-plan-open", Hyperlink.class).fire());
    Screen.until(
        "the plan",
        () ->
            window.workbench().front().orElseThrow() instanceof PlanPanel plan
                && plan.model().opened().get().isPresent());
    var opened =
        Screen.get(
            () ->
                ((PlanPanel) window.workbench().front().orElseThrow())
                    .model()
                    .opened()
                    .get()
                    .orElseThrow());
    assertThat(opened.about().sql()).startsWith("SELECT id FROM orders WHERE note");
    assertThat(opened.about().instance().orElseThrow().name()).isEqualTo("shop-replica");
    assertThat(opened.about().database()).isEqualTo("shop");
    shoot("review-plan-opened");
    Screen.run(() -> window.workbench().open(id));

    Screen.until("the run is kept", () -> house.reviews().runs(Scope.ALL, 10).size() == 1);
    KeptRun run = house.reviews().runs(Scope.ALL, 10).getFirst();
    assertThat(run.origin()).isEqualTo(KeptRun.Origin.WINDOW);
    assertThat(run.totals().statements()).isEqualTo(3);

    Screen.run(() -> editor.replace(editor.text().length(), editor.text().length(), "SELECT 1;\n"));
    awaitAsked("was not asked about");
    assertThat(notRun()).doesNotContain("replica");
    assertThat(house.reviews().runs(Scope.ALL, 10)).as("typing keeps nothing").hasSize(1);
    press(editor, KeyCode.F5);
    Screen.until("kept anew", () -> house.reviews().runs(Scope.ALL, 10).size() == 2);
    assertThat(house.settings().get("review.on." + file)).contains("shop\nshop");
  }

  /// The only replica stops: nobody asks it, nor the source, before the user says so.
  private void lags(RunningServer replica) throws SQLException {
    run(replica, "STOP REPLICA SQL_THREAD");
    SqlArea editor = find("#review-editor", SqlArea.class);
    press(editor, KeyCode.F5);
    Screen.until("told", () -> bar().contains("far behind"));
    shoot("review-lagging");
    run(replica, "SET GLOBAL super_read_only = OFF", "SET GLOBAL read_only = OFF");
    press(editor, KeyCode.F5);
    Screen.until("told", () -> bar().contains("No server may be asked"));
    link("Ask the source…");
    Screen.until(
        "the question",
        () -> button("Ask shop-source") != null || button("Ask shop-replica") != null);
    shoot("review-source-question");
    String verb = button("Ask shop-source") != null ? "Ask shop-source" : "Ask shop-replica";
    press(verb);
    awaitAsked("(source");
  }
}
