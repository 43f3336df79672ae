package org.binnacle.diagnosis.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.binnacle.diagnosis.kill.MergedPlan.Placed;
import org.binnacle.kernel.AuditEntry;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.Screen;
import org.binnacle.testkit.junit.Scene;
import org.binnacle.testkit.junit.TestAccount;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills over two instances, and by a rule.
@Tag("server")
@Tag("screen")
class MergedKillScreenTest {
  private static final String MERGED = "sessions.merged";

  private RunningServer mysql;
  private RunningServer maria;
  private Theatre stage;

  @TempDir private Path folder;

  @BeforeEach
  void open() {
    Screen.start();
    mysql = TestServers.shared(Distribution.MYSQL_8_0);
    maria = TestServers.shared(Distribution.MARIADB_11_4);
    stage = new Theatre(mysql);
  }

  @AfterEach
  void close() throws Exception {
    stage.close();
  }

  private List<AuditEntry> done() {
    return stage.audit.newest(Optional.empty(), "", 20).stream()
        .filter(entry -> entry.outcome() == AuditEntry.Outcome.DONE)
        .toList();
  }

  @Test
  void aSelectionOverTwoInstancesIsShownConfirmedAndKilledOnEach() throws Exception {
    InstanceRef one = stage.instance("shop-db-1", Safety.STRICT);
    InstanceRef two = stage.instance("shop-db-2", Safety.STRICT, maria.port());
    try (TestSchema here = TestSchema.on(mysql);
        TestSchema there = TestSchema.on(maria);
        Scene first = Scene.in(here);
        Scene second = Scene.in(there);
        var screen = new SessionStage(stage.kit, one, two)) {
      long a = first.sleeper(71);
      long b = second.sleeper(72);
      screen.until(MERGED, "the one here", row -> row.id() == a && row.sql().contains("71"));
      screen.until(MERGED, "the one there", row -> row.id() == b && row.sql().contains("72"));
      screen.select(MERGED, a, b);
      screen.press(MERGED, KeyCode.K);
      Button kill = screen.theButton("Kill 2 queries on 2 instances");
      assertThat(Screen.get(kill::isDisabled)).isTrue();
      TextField nameOne = screen.the("typed-shop-db-1");
      TextField nameTwo = screen.the("typed-shop-db-2");
      Screen.run(() -> nameOne.setText("shop-db-1"));
      assertThat(Screen.get(kill::isDisabled)).as("one name is not enough").isTrue();
      TableView<Placed> victims = screen.table("kill.victims.merged");
      Screen.until("two victims", () -> victims.getItems().size() == 2);
      screen.shoot("kill-merged");
      theStatementIsToBeSeen(screen, "kill.victims.merged", "name=shop-db-1,");
      Screen.run(() -> nameTwo.setText("shop-db-2"));
      Screen.until("both are", () -> !kill.isDisabled());
      Screen.run(kill::fire);
      Screen.until("both are done", () -> done().size() == 2);
      assertThat(done().stream().map(entry -> entry.instance().name()).collect(Collectors.toSet()))
          .containsExactlyInAnyOrder("shop-db-1", "shop-db-2");
      Screen.until("told", () -> screen.node("kill.results.merged").isPresent());
      screen.shoot("kill-merged-results");
    }
  }

  @Test
  void aRuleTakesExactlyWhomItsPreviewShows() throws Exception {
    InstanceRef one = stage.instance("shop-db-1", Safety.CAREFUL);
    InstanceRef two = stage.instance("shop-db-2", Safety.CAREFUL, maria.port());
    try (TestSchema here = TestSchema.on(mysql);
        TestSchema there = TestSchema.on(maria);
        Scene first = Scene.in(here);
        Scene second = Scene.in(there);
        var screen = new SessionStage(stage.kit, one, two)) {
      long a = first.sleeper(73);
      long b = first.sleeper(74);
      long c = second.sleeper(75);
      long other = first.idleInTransaction(3);
      screen.until(MERGED, "all", row -> row.id() == c && row.sql().contains("75"));
      screen.press(MERGED, KeyCode.K, true, true);
      TextField info = screen.the("rule-match-info");
      TextField db = screen.the("rule-match-db");
      ChoiceBox<String> victims = screen.the("rule-victims");
      Button preview = screen.theButton("Preview the kill...");
      assertThat(Screen.get(preview::isDisabled)).isTrue();
      Screen.run(() -> info.setText("SLEEP("));
      Screen.until("what is wrong is told", () -> told(screen).contains("match-info"));
      Screen.run(() -> info.setText("SELECT SLEEP"));
      Screen.run(() -> db.setText("^(" + here.name() + "|" + there.name() + ")$"));
      Screen.run(() -> victims.setValue("all"));
      Screen.until(
          "administrators are left alone",
          () -> told(screen).contains("3 protected: root@") && told(screen).contains("SUPER"));
      screen.shoot("kill-rule-protected");
      Region source = screen.the("rule-source");
      assertThat(Screen.get(() -> source.getWidth() >= source.prefWidth(-1)))
          .as("the choice beside it is not cut")
          .isTrue();
      Screen.run(() -> screen.<CheckBox>the("rule-admins").setSelected(true));
      Screen.until("three", () -> told(screen).startsWith("3 match, 3 taken"));
      assertThat(lines(screen, 3)).containsExactlyInAnyOrder(a, b, c).doesNotContain(other);
      screen.shoot("kill-rule");
      theStatementIsToBeSeen(screen, "kill.rule", "SLEEP(75)");

      Screen.run(() -> screen.<TextField>the("rule-name").setText("sleepers"));
      screen.fire("Keep rule");
      assertThat(stage.diagnosis.rules().usable("sleepers").text()).contains("victims=all");

      screen.fire("Preview the kill...");
      Screen.until("the preview", () -> screen.node("kill.victims.merged").isPresent());
      screen.fire("Kill 3 queries on 2 instances");
      Screen.until("all three are done", () -> done().size() == 3);
      assertThat(done())
          .extracting(entry -> entry.target().split(" ")[1])
          .containsExactlyInAnyOrder("" + a, "" + b, "" + c);
    }
  }

  @Test
  void whoAdministersByARoleIsToldToBeUnknownWhereItCannotBeRead() throws Exception {
    try (TestAccount watcher = TestAccount.on(mysql, "PROCESS ON *.*");
        TestSchema here = TestSchema.on(mysql);
        Scene first = Scene.in(here);
        var few = new Theatre(mysql, watcher.user(), watcher.password())) {
      InstanceRef one = few.instance("shop-db-1", Safety.CAREFUL);
      long a = first.sleeper(91);
      try (var screen = new SessionStage(few.kit, one)) {
        screen.until("sessions.table", "it", row -> row.id() == a && row.sql().contains("91"));
        screen.press("sessions.table", KeyCode.K, true, true);
        TextField info = screen.the("rule-match-info");
        Screen.run(() -> info.setText("SLEEP"));
        Screen.until(
            "what is not known",
            () ->
                told(screen, "rule-unsure")
                    .startsWith("Who administers this server by a role is unknown ("));
        screen.shoot("kill-rule-roles");
      }
    }
  }

  @Test
  void aRunIsFollowedVictimByVictimAndStoppedWithTheRestLeftAlone() throws Exception {
    InstanceRef one = stage.instance("shop-db-1", Safety.CAREFUL);
    try (TestSchema here = TestSchema.on(mysql);
        Scene first = Scene.in(here);
        var screen = new SessionStage(stage.kit, one)) {
      long a = first.sleeper(81);
      long b = first.sleeper(82);
      long c = first.sleeper(83);
      screen.until("sessions.table", "all", row -> row.id() == c && row.sql().contains("83"));
      screen.select("sessions.table", a, b, c);
      screen.press("sessions.table", KeyCode.K);
      ChoiceBox<Integer> pace = screen.the("kill-wait-between");
      Screen.run(() -> pace.setValue(60));
      screen.shoot("kill-paced");
      screen.fire("Kill 3 queries");
      Screen.until("one of three", () -> told(screen, "kill-told").startsWith("1 of 3 done"));
      screen.shoot("kill-running");
      screen.fire("Stop, leave the rest alone");
      Screen.until(
          "what was done and what not",
          () ->
              told(screen, "kill-told")
                  .equals("What came of it: 1 killed, 2 not tried (stopped by the user)"));
      assertThat(done()).hasSize(1);
      assertThat(Screen.get(screen.node("kill-stop").orElseThrow()::isVisible)).isFalse();
      screen.shoot("kill-stopped");
    }
  }

  @Test
  void aRuleIsTriedOnASavedFileWhereNobodyCanBeKilled() throws Exception {
    InstanceRef one = stage.instance("shop-db-1", Safety.CAREFUL);
    Path file = folder.resolve("rows.json");
    Files.writeString(
        file,
        """
        [{"id":11,"kind":"active","user":"etl","command":"Query","time_us":90000000,"sql":"SELECT 1"},
         {"id":12,"kind":"active","user":"etl","command":"Query","time_us":80000000,"sql":"SELECT 1"},
         {"id":13,"kind":"active","user":"app","command":"Query","time_us":1000000,"sql":"SELECT 2"}]
        """);
    stage.saves.opens = Optional.of(file);
    try (var screen = new SessionStage(stage.kit, one)) {
      Screen.until("the table", () -> screen.node("sessions.table").isPresent());
      screen.press("sessions.table", KeyCode.K, true, true);
      TextField busy = screen.the("rule-busy-time");
      Screen.run(() -> busy.setText("60s"));
      ChoiceBox<?> source = screen.the("rule-source");
      Screen.run(() -> source.getSelectionModel().selectLast());
      Screen.until("the file is tried", () -> told(screen).startsWith("2 match, 1 taken"));
      assertThat(lines(screen, 1)).containsExactly(11L);
      Screen.settle();
      assertThat(Screen.get(screen.theButton("Preview the kill...")::isDisabled)).isTrue();
      screen.shoot("kill-rule-file");
    }
  }

  /// In the sheet as it opens, without scrolling sideways.
  private static void theStatementIsToBeSeen(SessionStage screen, String table, String row) {
    TableView<Object> view = screen.table(table);
    assertThat(Screen.get(() -> wide(view))).as("no scrolling sideways").isFalse();
    assertThat(CellTip.of(view, row, "sql")).as("the SQL is not cut").contains("");
  }

  private static boolean wide(TableView<?> table) {
    return table.lookupAll(".scroll-bar").stream()
        .map(ScrollBar.class::cast)
        .anyMatch(bar -> bar.getOrientation() == Orientation.HORIZONTAL && bar.isVisible());
  }

  private static String told(SessionStage screen) {
    return told(screen, "rule-told");
  }

  private static String told(SessionStage screen, String id) {
    return screen.<Label>node(id).map(Label::getText).orElse("");
  }

  /// The ids in the sheet's table; its rows are of a class of the panel's own. The table shows them
  /// a little after they are told of.
  private static List<Long> lines(SessionStage screen, int count) {
    Screen.until(
        count + " lines",
        () -> screen.<TableView<Object>>table("kill.rule").getItems().size() == count);
    return Screen.get(
        () -> {
          TableView<Object> table = screen.table("kill.rule");
          return table.getItems().stream()
              .map(line -> Long.parseLong(line.toString().replaceFirst(".*?, id=(\\d+),.*", "$1")))
              .toList();
        });
  }
}
