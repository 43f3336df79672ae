package org.binnacle.diagnosis.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import org.binnacle.testkit.fake.Mood;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway")
@Tag("screen")
final class BoardPanelTest {
  private static final int SIZE = 40;
  private final FakeFleet fleet = FakeFleet.of(SIZE);
  private final MemorySettings settings = new MemorySettings();
  private final PooledConnections connections = new PooledConnections(new NoPasswords());
  private final List<Server> servers = new ArrayList<>();
  private final List<InstanceRef> opened = new ArrayList<>();
  private final Diagnosis diagnosis =
      new Diagnosis(
          connections,
          () -> List.copyOf(servers),
          new Records(new MemoryAudit(), settings),
          Protection.standard(),
          "anna",
          Clock.systemUTC());
  private BoardPanel panel;
  private Themes themes;
  private Stage stage;
  private Tasks tasks;

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

  @BeforeEach
  void start() {
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
            "shop");
    var tls = new Tls(Tls.Mode.DISABLED, Optional.empty(), true);
    return new Server(ref, node.host(), fleet.port(), "fake", tls, Optional.empty());
  }

  private void open() {
    tasks = Screen.get(Tasks::new);
    var kit = new Kit(diagnosis, settings, new Words(), tasks, new Theatre.Saves());
    panel = Screen.get(() -> new BoardPanel(kit, opened::addAll));
    stage = Screen.show(() -> new Layer(panel.node()), 1360, 700);
    Pictures.letters(settings);
    themes = Screen.get(() -> new Themes(settings));
    Screen.run(() -> themes.dress(stage.getScene()));
  }

  @AfterEach
  void end() {
    Screen.run(() -> panel.close());
    Screen.close(stage);
    Screen.run(tasks::close);
    diagnosis.close();
    connections.close();
    fleet.close();
  }

  private List<String> names() {
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

  private void press(KeyCode code) {
    Screen.run(
        () -> {
          Node at = panel.node().lookup(".table-view");
          at.requestFocus();
          at.fireEvent(
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        });
  }

  private <N extends Node> N find(String css, Class<N> type) {
    return Screen.get(() -> type.cast(stage.getScene().getRoot().lookup(css)));
  }

  private List<CheckBox> boxes() {
    return stage.getScene().getRoot().lookupAll(".check-box").stream()
        .filter(CheckBox.class::isInstance)
        .map(CheckBox.class::cast)
        .toList();
  }

  private Button button(String words) {
    return Screen.get(
        () ->
            stage.getScene().getRoot().lookupAll(".button").stream()
                .filter(node -> node instanceof Button one && words.equals(one.getText()))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow());
  }

  private void shoot(String name) {
    Pictures.take(themes, stage.getScene(), name);
  }

  @Test
  void theSickComeFirstAndAreExplainedFilteredAcknowledgedAndOpened() {
    open();
    Screen.until("all answered", () -> names().size() == SIZE && chips().contains("0 unknown"));
    fleet.node(11).become(Mood.LOCK_PILE);
    fleet.node(12).become(Mood.REPLICA_STOPPED);
    fleet.node(13).become(Mood.BLACK_HOLE);
    fleet.node(14).become(Mood.DENIED);
    fleet.node(15).become(Mood.TOO_MANY);
    Screen.until(
        "the sick are on top",
        () ->
            names().subList(0, 5).containsAll(names(11, 12, 13, 14, 15))
                && chips().contains("1 down"));
    assertThat(names().get(4)).as("unknown after critical").isEqualTo("shop-db-14");
    assertThat(chips()).contains("3 critical", "1 down", "1 unknown");
    Screen.run(
        () -> {
          TableView<?> table = (TableView<?>) panel.node().lookup(".table-view");
          table.getSelectionModel().select(indexOf(table, "shop-db-11"));
        });
    Screen.until(
        "the preview tells why",
        () -> text(panel.node()).contains("lock pile: 41 wait, oldest 20 s; #88213"));
    shoot("board");
    press(KeyCode.ENTER);
    assertThat(opened).extracting(InstanceRef::name).containsExactly("shop-db-11");
    press(KeyCode.A);
    TextField minutes = find("#acknowledge-minutes", TextField.class);
    Screen.run(() -> minutes.setText("0"));
    assertThat(button("Acknowledge for so long").isDisabled()).as("no time is no time").isTrue();
    Screen.run(() -> minutes.setText("45"));
    Screen.run(() -> boxes().forEach(box -> box.setSelected(true)));
    shoot("board-acknowledge");
    Screen.run(() -> button("Acknowledge for so long").fire());
    assertThat(diagnosis.silences().until("id11", "lock-waits").orElseThrow())
        .isBetween(
            Instant.now().plus(Duration.ofMinutes(44)), Instant.now().plus(Duration.ofMinutes(45)));
    Screen.until("the acknowledged does not count", () -> chips().contains("2 critical"));
    Screen.run(() -> query().setText("is:down"));
    Screen.until("one is down", () -> names().equals(names(13)));
    Screen.run(() -> query().setText("score>"));
    Screen.settle();
    assertThat(text(panel.node())).contains("is no number");
    assertThat(names()).as("the last right query stays").isEqualTo(names(13));
  }

  private static int indexOf(TableView<?> table, String name) {
    for (int i = 0; i < table.getItems().size(); i++) {
      if (table.getItems().get(i).toString().contains("name=" + name + ",")) {
        return i;
      }
    }
    return -1;
  }

  @Test
  void theSelectedRowStaysWhereItIs() {
    open();
    Screen.until("all answered", () -> names().size() == SIZE && chips().contains("0 unknown"));
    Screen.run(
        () -> {
          TableView<?> table = (TableView<?>) panel.node().lookup(".table-view");
          table.getSelectionModel().select(3);
        });
    String chosen = names().get(3);
    int sick = Integer.parseInt(chosen.substring(chosen.length() - 2));
    fleet.node(sick).become(Mood.LOCK_PILE);
    fleet.node(30).become(Mood.LOCK_PILE);
    Screen.until("both are critical", () -> chips().contains("2 critical"));
    Screen.until("the other one is on top", () -> names().getFirst().equals("shop-db-30"));
    assertThat(names().get(3)).isEqualTo(chosen);
  }

  @Test
  void anEmptyInventorySaysWhatToDo() {
    servers.clear();
    open();
    Screen.until("the hint", () -> text(panel.node()).contains("No instances yet"));
  }

  private static List<String> names(int... nodes) {
    var names = new ArrayList<String>();
    for (int node : nodes) {
      names.add("shop-db-%02d".formatted(node));
    }
    return names;
  }

  private Set<String> chips() {
    return Screen.get(
        () -> {
          var words = new java.util.HashSet<String>();
          for (Node node : panel.node().lookupAll(".chip")) {
            words.add(((Button) node).getText());
          }
          return words;
        });
  }

  private TextField query() {
    return (TextField)
        panel.node().lookupAll(".text-field").stream()
            .filter(node -> "board.query".equals(node.getId()))
            .findFirst()
            .orElseThrow();
  }

  private static String text(Node root) {
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
