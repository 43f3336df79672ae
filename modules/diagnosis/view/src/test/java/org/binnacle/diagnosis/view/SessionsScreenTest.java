package org.binnacle.diagnosis.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.binnacle.diagnosis.group.SessionGroup;
import org.binnacle.diagnosis.mark.MarkColour;
import org.binnacle.diagnosis.mark.MarkRules;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.Screen;
import org.binnacle.testkit.junit.Scene;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Groups, colour rules and the moments of the past, on a real server.
@Tag("server")
@Tag("screen")
class SessionsScreenTest {
  private static final String TABLE = "sessions.table";
  private static final String GROUPS = "sessions.groups";

  private RunningServer running;
  private Theatre stage;

  @BeforeEach
  void open() {
    Screen.start();
    running = TestServers.shared(Distribution.MYSQL_8_0);
    stage = new Theatre(running);
  }

  @AfterEach
  void close() throws Exception {
    stage.close();
  }

  @Test
  void theSqlThatWasUsedIsShown() throws Exception {
    InstanceRef instance = stage.instance("shop-db-1", Safety.CAREFUL);
    try (TestSchema schema = TestSchema.on(running);
        Scene scene = Scene.in(schema);
        var screen = new SessionStage(stage.kit, instance)) {
      scene.sleeper(63);
      screen.until(TABLE, "a look has been", row -> row.sql().contains("63"));
      Screen.run(
          () -> new DiagnosisPanels(stage.kit).sqlUsed(List.of(instance), screen.panel.node()));
      SqlArea shown =
          Screen.get(
              () -> (SqlArea) screen.window.getScene().getRoot().lookup(".sql-used .sql-area"));
      assertThat(Screen.get(shown::text)).contains("/* binnacle:", " times, last at ");
      screen.shoot("sql-used");
    }
  }

  @Test
  void aGroupIsOpenedByItsTermAndLeftAgain() throws Exception {
    InstanceRef instance = stage.instance("shop-db-1", Safety.CAREFUL);
    try (TestSchema schema = TestSchema.on(running);
        Scene scene = Scene.in(schema);
        var screen = new SessionStage(stage.kit, instance)) {
      long idle = scene.idleInTransaction(1);
      scene.rowLockWait(1);
      scene.sleeper(61);
      scene.sleeper(62);
      screen.until(TABLE, "who is waited for", row -> row.blocking().blocks() == 1);
      screen.shoot("sessions-blocks");
      screen.press(TABLE, KeyCode.G);
      Screen.until("groups by state", () -> groups(screen).size() >= 3);
      assertThat(groups(screen))
          .extracting(SessionGroup::words)
          .contains("idle in trx", "User sleep");
      SessionGroup sleeping = group(screen, "User sleep");
      assertThat(sleeping.count()).isEqualTo(2);
      screen.shoot("sessions-groups");

      // A kill needs sessions that are seen.
      screen.press(GROUPS, KeyCode.K);
      Screen.until(
          "told",
          () ->
              screen.panel.node().lookupAll(".message-bar .label").stream()
                  .anyMatch(one -> ((Label) one).getText().startsWith("These are groups")));

      open(screen, "User sleep");
      TextField bar = screen.the("sessions.query");
      assertThat(text(bar)).isEqualTo("state:\"User sleep\"");
      Screen.until("only its two", () -> screen.rows(TABLE).size() == 2);
      screen.press(TABLE, KeyCode.ESCAPE);
      Screen.until("back at the groups", () -> groups(screen).size() >= 3);
      assertThat(text(bar)).isEmpty();

      open(screen, "idle in trx");
      Screen.until(
          "only the idle one",
          () -> screen.rows(TABLE).stream().map(ProcessRow::id).toList().equals(List.of(idle)));
    }
  }

  private static String text(TextField field) {
    return Screen.get(field::getText);
  }

  private static List<SessionGroup> groups(SessionStage screen) {
    TableView<SessionGroup> table = screen.table(GROUPS);
    return table == null ? List.of() : List.copyOf(table.getItems());
  }

  private static SessionGroup group(SessionStage screen, String words) {
    return groups(screen).stream()
        .filter(one -> one.words().equals(words))
        .findFirst()
        .orElseThrow();
  }

  private static void open(SessionStage screen, String words) {
    Screen.run(
        () -> {
          TableView<SessionGroup> table = screen.table(GROUPS);
          table.getSelectionModel().clearSelection();
          table.getSelectionModel().select(group(screen, words));
        });
    screen.press(GROUPS, KeyCode.ENTER);
    Screen.until("the sessions of " + words, () -> screen.node(TABLE).isPresent());
  }

  @Test
  void aColourRuleIsEditedSeenAndKept() throws Exception {
    InstanceRef instance = stage.instance("shop-db-1", Safety.CAREFUL);
    try (var screen = new SessionStage(stage.kit, instance)) {
      long id = stage.run("", "SELECT SLEEP(63), 'mark me'");
      screen.until(TABLE, "the session", row -> row.id() == id);
      Screen.settle();
      assertThat(mark(screen, id)).isEmpty();
      Screen.run(() -> menu(screen, "Colour rules...").fire());
      screen.fire("Add a rule");
      TextField word = screen.the("mark-word-0");
      TextField query = screen.the("mark-query-0");
      ComboBox<MarkColour> colour = screen.the("mark-colour-0");
      Button keep = screen.theButton("Keep rules");
      Screen.run(() -> word.setText("napping"));
      Screen.run(() -> query.setText("sq~sleep"));
      Screen.until("a wrong query can't be kept", keep::isDisabled);
      Screen.run(() -> query.setText("sql~\"mark me\""));
      Screen.run(() -> colour.setValue(MarkColour.PURPLE));
      Screen.until("a right one can", () -> !keep.isDisabled());
      screen.shoot("colour-rules");
      Screen.run(keep::fire);
      Screen.until("marked", () -> mark(screen, id).equals("napping"));
      screen.shoot("sessions-marked");
      assertThat(MarkRules.read(stage.settings.get(MarkRules.SETTING).orElseThrow()))
          .hasValueSatisfying(
              rules -> {
                assertThat(rules.rules().getFirst().word()).isEqualTo("napping");
                assertThat(rules.rules().getFirst().colour()).isEqualTo(MarkColour.PURPLE);
              });

      Screen.run(() -> menu(screen, "Colour rules...").fire());
      CheckBox on = screen.the("mark-on-0");
      Screen.run(() -> on.setSelected(false));
      screen.fire("Keep rules");
      Screen.until("off", () -> mark(screen, id).isEmpty() || mark(screen, id).startsWith(">"));
      Screen.run(() -> menu(screen, "Colour rules...").fire());
      screen.fire("Back to the shipped rules");
      screen.fire("Keep rules");
      Screen.until("reset", () -> stage.settings.get(MarkRules.SETTING).isEmpty());
    }
  }

  private static javafx.scene.control.MenuItem menu(SessionStage screen, String words) {
    javafx.scene.control.MenuButton more =
        screen.<javafx.scene.control.MenuButton>node("sessions-more").orElseThrow();
    return more.getItems().stream()
        .filter(item -> item.getText().startsWith(words))
        .findFirst()
        .orElseThrow();
  }

  /// The words of the row as a screen reader says them begin with its mark.
  private static String mark(SessionStage screen, long id) {
    return Screen.get(
        () -> {
          TableView<ProcessRow> table = screen.table(TABLE);
          for (var node : table.lookupAll(".live-row")) {
            if (node instanceof javafx.scene.control.TableRow<?> row
                && row.getItem() instanceof ProcessRow one
                && one.id() == id) {
              String all =
                  (String) row.queryAccessibleAttribute(javafx.scene.AccessibleAttribute.TEXT);
              return all.substring("Mark ".length(), all.indexOf(", Id "));
            }
          }
          return "no row";
        });
  }

  @Test
  void oneGoesBackToASessionThatIsGoneAndReturnsToLive() throws Exception {
    InstanceRef instance = stage.instance("shop-db-1", Safety.CAREFUL);
    try (var screen = new SessionStage(stage.kit, instance)) {
      long stays = stage.run("", "SELECT SLEEP(64)");
      long goes = stage.run("", "SELECT SLEEP(65), 'soon gone'");
      screen.until(TABLE, "some looks of it", row -> row.id() == goes && row.timeUs() > 3_000_000);
      screen.until(TABLE, "both", row -> row.id() == stays);
      screen.select(TABLE, stays);
      try (var killer = running.connect();
          var statement = killer.createStatement()) {
        statement.execute("KILL " + goes);
      }
      Screen.until("gone", () -> screen.rows(TABLE).stream().noneMatch(row -> row.id() == goes));

      for (int i = 0; i < 30 && screen.rows(TABLE).stream().noneMatch(r -> r.id() == goes); i++) {
        Optional<String> before = time(screen);
        screen.press(TABLE, KeyCode.OPEN_BRACKET);
        Screen.until("another moment", () -> !time(screen).equals(before));
        Screen.settle();
      }
      screen.until(TABLE, "the one that is gone", row -> row.id() == goes);
      assertThat(time(screen).orElseThrow()).startsWith("AT ");
      assertThat(
              Screen.get(
                  () ->
                      screen
                          .<ProcessRow>table(TABLE)
                          .getSelectionModel()
                          .getSelectedItems()
                          .stream()
                          .map(ProcessRow::id)
                          .toList()))
          .as("the selection is by identity")
          .containsExactly(stays);
      screen.shoot("sessions-past");

      screen.press(TABLE, KeyCode.K);
      Screen.until(
          "no kill in the past",
          () ->
              screen.panel.node().lookupAll(".message-bar .label").stream()
                  .anyMatch(one -> ((Label) one).getText().contains("goes back to live")));
      assertThat(screen.button("Kill query " + stays)).isEmpty();

      // The slider reaches the same moments, and collecting has gone on.
      Slider slider = screen.the("sessions-scrubber");
      double reach = Screen.get(() -> slider.getMax() - slider.getMin());
      Screen.until("it goes on", () -> slider.getMax() - slider.getMin() > reach);
      Screen.run(() -> slider.setValue(slider.getMax()));
      Screen.until(
          "the newest", () -> screen.rows(TABLE).stream().noneMatch(row -> row.id() == goes));

      screen.fire("Live");
      Screen.until("live", () -> !screen.the("sessions-scrubber").getParent().isVisible());
      screen.press(TABLE, KeyCode.K);
      screen.theButton("Kill query " + stays);
      assertThat(stage.audit.newest(Optional.empty(), "", 10)).isEmpty();
    }
  }

  private static Optional<String> time(SessionStage screen) {
    return screen
        .<Label>node("sessions-time")
        .filter(label -> label.getParent().isVisible())
        .map(Label::getText);
  }
}
