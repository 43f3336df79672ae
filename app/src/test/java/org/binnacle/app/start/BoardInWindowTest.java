package org.binnacle.app.start;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.binnacle.app.house.Asking;
import org.binnacle.app.house.House;
import org.binnacle.app.window.MainWindow;
import org.binnacle.app.window.WindowWiring;
import org.binnacle.diagnosis.view.board.BoardPanel;
import org.binnacle.fxkit.SystemChoosers;
import org.binnacle.fxkit.task.Tasks;
import org.binnacle.inventory.Field;
import org.binnacle.inventory.InstanceDraft;
import org.binnacle.kernel.Words;
import org.binnacle.state.StateFolder;
import org.binnacle.testkit.Screen;
import org.binnacle.testkit.fake.FakeFleet;
import org.binnacle.testkit.fake.Mood;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The fleet board in the whole window, over a fleet that is not there.
@Tag("screen")
@SuppressWarnings("NullAway")
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class BoardInWindowTest {
  @TempDir Path folder;

  private static void add(House house, FakeFleet fleet, int node) {
    house
        .inventory()
        .add(
            new InstanceDraft()
                .set(Field.NAME, "shop-db-" + node)
                .set(Field.HOST, fleet.node(node).host())
                .set(Field.PORT, String.valueOf(fleet.port()))
                .set(Field.USER, "fake")
                .set(Field.TLS, "DISABLED")
                .build());
  }

  private static Node find(MainWindow window, String css) {
    return window.stage().getScene().getRoot().lookup(css);
  }

  private static TableView<?> board(MainWindow window) {
    return find(window, ".board-panel .table-view") instanceof TableView<?> table ? table : null;
  }

  private static int row(MainWindow window, String name) {
    TableView<?> table = board(window);
    for (int i = 0; table != null && i < table.getItems().size(); i++) {
      if (String.valueOf(table.getItems().get(i)).contains("name=" + name + ",")) {
        return i;
      }
    }
    return -1;
  }

  @Test
  void lOpensTheLocksOfTheSelectedInstance() throws Exception {
    Screen.start();
    try (var fleet = FakeFleet.of(3);
        House house =
            House.open(
                StateFolder.at(folder.resolve("state")),
                Map.of("BINNACLE_PASSWORD", "any", "BINNACLE_MASTER_PASSWORD", "master"),
                Asking.nobody(),
                false)) {
      for (int node = 0; node < 3; node++) {
        add(house, fleet, node);
      }
      fleet.node(1).become(Mood.LOCK_PILE);
      house.diagnosis();
      var made = new AtomicReference<HouseParts>();
      MainWindow window =
          Screen.get(
              () ->
                  MainWindow.open(
                      new WindowWiring(
                          house.settings(),
                          new Words(),
                          "0.1.0",
                          folder,
                          new SystemChoosers(),
                          new Tasks(),
                          desk -> {
                            made.set(new HouseParts(house, desk, "file", new WindowAsking()));
                            return made.get().parts();
                          })));
      try {
        Screen.run(() -> window.workbench().open(BoardPanel.ID));
        Screen.until("the board", () -> row(window, "shop-db-1") >= 0);
        Screen.run(
            () -> board(window).getSelectionModel().clearAndSelect(row(window, "shop-db-1")));
        Screen.run(
            () ->
                Event.fireEvent(
                    board(window),
                    new KeyEvent(
                        KeyEvent.KEY_PRESSED, "", "", KeyCode.L, false, false, false, false)));
        Screen.until("its locks", () -> find(window, ".locks-view") != null);
        Screen.until(
            "in a tab of its own",
            () ->
                window.stage().getScene().getRoot().lookupAll(".label").stream()
                    .anyMatch(
                        node ->
                            node instanceof javafx.scene.control.Label label
                                && "shop-db-1".equals(label.getText())));
      } finally {
        Screen.run(window::close);
        Screen.run(() -> made.get().close());
      }
    }
  }
}
