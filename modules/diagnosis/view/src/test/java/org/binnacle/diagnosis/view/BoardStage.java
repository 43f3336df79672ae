package org.binnacle.diagnosis.view;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.binnacle.diagnosis.Diagnosis;
import org.binnacle.diagnosis.Fleet;
import org.binnacle.diagnosis.Records;
import org.binnacle.diagnosis.kill.Protection;
import org.binnacle.diagnosis.view.board.BoardPanel;
import org.binnacle.fxkit.sheet.Layer;
import org.binnacle.fxkit.task.Tasks;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.kernel.Words;
import org.binnacle.mysql.Secret;
import org.binnacle.mysql.Secrets;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Tls;
import org.binnacle.mysql.pool.PooledConnections;
import org.binnacle.testkit.MemorySettings;
import org.binnacle.testkit.Screen;
import org.binnacle.testkit.fake.FakeFleet;
import org.binnacle.testkit.fake.FakeNode;

/// A board over a fake fleet of forty, shown on a screen.
@SuppressWarnings("NullAway")
final class BoardStage implements AutoCloseable {
  static final int SIZE = 40;
  private static final List<String> CLUSTERS = List.of("shop", "pay", "log", "");
  final FakeFleet fleet = FakeFleet.of(SIZE);
  final MemorySettings settings = new MemorySettings();
  private final PooledConnections connections = new PooledConnections(new NoPasswords());
  private final List<Server> servers = new ArrayList<>();
  final List<InstanceRef> opened = new ArrayList<>();
  final List<String> views = new ArrayList<>();
  final Diagnosis diagnosis =
      new Diagnosis(
          connections,
          new Inventory(),
          new Records(new MemoryAudit(), settings),
          Protection.standard(),
          "anna",
          Clock.systemUTC());
  BoardPanel panel;
  private Themes themes;
  Stage stage;
  private Tasks tasks;

  /// A quarter is in a business; all but four have a tag.
  private final class Inventory implements Fleet {
    @Override
    public List<Server> servers() {
      return List.copyOf(servers);
    }

    @Override
    public List<String> filed(String id, String field) {
      int i = Integer.parseInt(id.substring(2));
      return switch (field) {
        case "business" ->
            i % 4 == 1 ? List.of("retail & wholesale of everything in Europe") : List.of();
        case "tags" ->
            i < 4 ? List.of() : i % 2 == 0 ? List.of("backup", "eu=west") : List.of("eu=west");
        default -> List.of();
      };
    }
  }

  private static final class NoPasswords implements Secrets {
    @Override
    public Optional<Secret> password(Server server) {
      return Optional.empty();
    }

    @Override
    public Optional<Secret> tunnel(Server server) {
      return Optional.empty();
    }
  }

  BoardStage() {
    Screen.start();
    settings.put("board.interval-s", "1");
    for (int i = 0; i < SIZE; i++) {
      servers.add(server(fleet.node(i), i));
    }
  }

  private Server server(FakeNode node, int i) {
    boolean production = i % 2 == 0;
    var ref =
        new InstanceRef(
            "id" + i,
            "shop-db-%02d".formatted(i),
            node.host() + ":" + fleet.port(),
            production ? "production" : "staging",
            production ? "red" : "blue",
            production ? Safety.STRICT : Safety.RELAXED,
            CLUSTERS.get(i % CLUSTERS.size()));
    var tls = new Tls(Tls.Mode.DISABLED, Optional.empty(), true);
    return new Server(ref, node.host(), fleet.port(), "fake", tls, Optional.empty());
  }

  void open() {
    tasks = Screen.get(Tasks::new);
    var kit = new Kit(diagnosis, settings, new Words(), tasks, new Theatre.Saves());
    panel =
        Screen.get(
            () ->
                new BoardPanel(
                    kit,
                    (instances, view) -> {
                      opened.addAll(instances);
                      view.ifPresent(views::add);
                    }));
    stage = Screen.show(() -> new Layer(panel.node()), 1360, 700);
    Pictures.letters(settings);
    themes = Screen.get(() -> new Themes(settings));
    Screen.run(() -> themes.dress(stage.getScene()));
  }

  @Override
  public void close() {
    Screen.run(() -> panel.close());
    Screen.close(stage);
    Screen.run(tasks::close);
    diagnosis.close();
    connections.close();
    fleet.close();
  }

  List<String> names() {
    return Screen.get(
        () -> {
          TableView<?> table = (TableView<?>) panel.node().lookup(".table-view");
          var names = new ArrayList<String>();
          for (int i = 0; i < table.getItems().size(); i++) {
            names.add(
                String.valueOf(table.getItems().get(i)).replaceAll("(?s).*?name=([^,]*),.*", "$1"));
          }
          return names;
        });
  }

  void press(KeyCode code) {
    Screen.run(
        () -> {
          Node at = panel.node().lookup(".table-view");
          at.requestFocus();
          at.fireEvent(
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        });
  }

  <N extends Node> N find(String css, Class<N> type) {
    return Screen.get(() -> type.cast(stage.getScene().getRoot().lookup(css)));
  }

  List<CheckBox> boxes() {
    return stage.getScene().getRoot().lookupAll(".check-box").stream()
        .filter(CheckBox.class::isInstance)
        .map(CheckBox.class::cast)
        .toList();
  }

  Button button(String words) {
    return Screen.get(
        () ->
            stage.getScene().getRoot().lookupAll(".button").stream()
                .filter(node -> node instanceof Button one && words.equals(one.getText()))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow());
  }

  void shoot(String name) {
    Pictures.take(themes, stage.getScene(), name);
  }

  /// Waits until each has been asked.
  void ready() {
    open();
    Screen.until("all answered", () -> names().size() == SIZE && chips().contains("0 unknown"));
  }

  /// With no instance at all.
  void none() {
    servers.clear();
    open();
  }

  void select(String... wanted) {
    Screen.run(
        () -> {
          TableView<?> table = (TableView<?>) panel.node().lookup(".table-view");
          table.getSelectionModel().clearSelection();
          for (String name : wanted) {
            table.getSelectionModel().select(indexOf(table, name));
          }
        });
  }

  static int indexOf(TableView<?> table, String name) {
    for (int i = 0; i < table.getItems().size(); i++) {
      if (table.getItems().get(i).toString().contains("name=" + name + ",")) {
        return i;
      }
    }
    return -1;
  }

  static List<String> names(int... nodes) {
    var names = new ArrayList<String>();
    for (int node : nodes) {
      names.add("shop-db-%02d".formatted(node));
    }
    return names;
  }

  Set<String> chips() {
    return Screen.get(
        () -> {
          var words = new java.util.HashSet<String>();
          for (Node node : panel.node().lookupAll(".chip")) {
            words.add(((Button) node).getText());
          }
          return words;
        });
  }

  TextField query() {
    return (TextField)
        panel.node().lookupAll(".text-field").stream()
            .filter(node -> "board.query".equals(node.getId()))
            .findFirst()
            .orElseThrow();
  }

  static String text(Node root) {
    return Screen.get(
        () -> {
          var all = new StringBuilder();
          for (Node node : root.lookupAll(".label")) {
            if (node instanceof javafx.scene.control.Label label && label.getText() != null) {
              all.append(label.getText()).append('\n');
            }
          }
          return all.toString();
        });
  }
}
