package org.binnacle.inventory.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import org.binnacle.fxkit.Shots;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.inventory.Instance;
import org.binnacle.testkit.Screen;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Renders every screen of the module to `target/shots`, to be looked at.
@Tag("screen")
class FleetPicturesTest {
  private static final Path SHOTS = Path.of("target", "shots");
  @TempDir Path home;

  @BeforeAll
  static void start() {
    Screen.start();
  }

  @Test
  void everyScreenIsRenderedLightAndDarkAndLarger() throws IOException {
    Path file = home.resolve("fleet.csv");
    Files.writeString(
        file,
        """
        schema,name,host,port,user,region
        1,new-db,new-db.example.com,3306,dba,eu-west
        1,shop-db-2,shop-db-2.example.com,3306,dba,eu-central
        1,shop-db-1,shop-db-1.example.com,3306,dba,us-east
        """);
    for (Themes.Choice choice : List.of(Themes.Choice.LIGHT, Themes.Choice.DARK)) {
      try (var desk = new Desk(List.of(), home)) {
        desk.look(choice);
        shoot(desk, "empty", choice, 1);
      }
      try (var desk = new Desk(Desk.shop(), home)) {
        desk.look(choice);
        screens(desk, choice, file);
      }
    }
    try (var files = Files.list(SHOTS)) {
      assertThat(files.filter(path -> path.toString().endsWith(".png")).count())
          .isGreaterThanOrEqualTo(15);
    }
  }

  private static void screens(Desk desk, Themes.Choice choice, Path file) {
    Instance source = desk.inventory.named("shop-db-1").orElseThrow();
    Screen.run(
        () -> {
          desk.fleet.marks(Desk.marks(desk.inventory.instances()));
          desk.fleet.reveal(desk.inventory.named("shop-db-3").orElseThrow().id());
        });
    shoot(desk, "fleet", choice, 1);
    shoot(desk, "fleet-125", choice, 1.25);

    Screen.run(() -> desk.sheets.add(desk.fleet.node()));
    Screen.run(
        () -> {
          desk.node("field-host", TextField.class).setText("shop-db-5.example.com");
          desk.node("field-port", TextField.class).setText("330600");
          desk.node("field-environment", TextField.class).setText("production");
        });
    Screen.run(
        () ->
            desk.stage.getScene().getRoot().lookupAll(".sheet-buttons .accent").stream()
                .map(Button.class::cast)
                .forEach(Button::fire));
    shoot(desk, "editor-faults", choice, 1);
    back(desk);

    desk.steps.clear();
    desk.steps.addAll(FleetScreenTest.steps());
    Screen.run(() -> desk.sheets.test(desk.fleet.node(), source));
    Screen.until("tested", () -> desk.shows("test-grants"));
    shoot(desk, "editor-test", choice, 1);
    back(desk);

    desk.chosen = Optional.of(file);
    Screen.run(() -> desk.sheets.importFiles(desk.fleet.node()));
    Screen.run(() -> desk.node("import-choose", Button.class).fire());
    TableView<?> table = desk.node("import-table", TableView.class);
    Screen.until("preview", () -> table.getItems().size() == 3);
    shoot(desk, "import", choice, 1);
    back(desk);

    desk.found.clear();
    desk.found.addAll(FleetScreenTest.found(source));
    Screen.run(() -> desk.sheets.discover(desk.fleet.node(), source));
    TreeView<?> tree = desk.node("discovery-tree", TreeView.class);
    Screen.until("found", () -> tree.getExpandedItemCount() == 3);
    shoot(desk, "discovery", choice, 1);
    back(desk);

    Screen.run(() -> desk.sheets.environments(desk.fleet.node()));
    shoot(desk, "environments", choice, 1);
    back(desk);
  }

  private static void back(Desk desk) {
    Screen.run(() -> desk.node("sheet-back", Button.class).fire());
  }

  private static void shoot(Desk desk, String name, Themes.Choice choice, double scale) {
    Screen.settle();
    String look = choice.name().toLowerCase(Locale.ROOT);
    Screen.run(
        () -> Shots.take(desk.stage.getScene(), scale, SHOTS.resolve(name + "-" + look + ".png")));
  }
}
