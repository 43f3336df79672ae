package org.binnacle.review.view.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.binnacle.fxkit.task.Task;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.FaultCode;
import org.binnacle.review.view.Rig;
import org.binnacle.review.view.Servers;
import org.binnacle.review.view.server.PretendServers;
import org.binnacle.testkit.Screen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The journey of asking a server, in the states that a real fleet is seldom in; that it works on
/// real ones is tried by the app's `ReviewAskingTest`.
@Tag("screen")
class AskingTest {
  private static final String SQL =
      """
      SELECT id FROM orders WHERE note = 'x';
      ALTER TABLE orders MODIFY note VARCHAR(300);
      """;

  @TempDir Path folder;
  private final PretendServers servers = new PretendServers();
  private Rig rig;

  @BeforeEach
  void open() {
    rig = new Rig();
    rig.servers = servers;
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private ReviewPanel review() throws IOException {
    Path file = Files.writeString(folder.resolve("change.sql"), SQL);
    Screen.run(() -> rig.panels.open(file));
    var panel = (ReviewPanel) rig.front();
    Screen.until("reviewed", () -> panel.model().state().get() == ReviewModel.State.DONE);
    return panel;
  }

  private void sheet(ReviewPanel panel) {
    Screen.run(panel.work().asking()::choose);
    Screen.until("the sheet", () -> list() != null);
    Screen.run(() -> rig.find("#server-database", TextField.class).setText("shop"));
  }

  @SuppressWarnings("unchecked")
  private ListView<Servers.Target> list() {
    return rig.find("#server-list", ListView.class);
  }

  private void choose(ReviewPanel panel) {
    sheet(panel);
    Screen.run(() -> list().getSelectionModel().select(0));
    Screen.until("it may be asked", () -> !button("Ask this server").isDisabled());
  }

  private void ask(ReviewPanel panel) {
    choose(panel);
    Screen.run(() -> button("Ask this server").fire());
    asked(panel);
  }

  private static void asked(ReviewPanel panel) {
    Screen.until(
        "asked",
        () ->
            panel.model().state().get() == ReviewModel.State.DONE
                && panel.model().reviewed().get().orElseThrow().source().isPresent());
    Screen.settle();
  }

  private Button button(String words) {
    return Screen.get(
        () ->
            rig.stage().getScene().getRoot().lookupAll(".button").stream()
                .filter(n -> n instanceof Button b && words.equals(b.getText()))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow());
  }

  private List<String> card() {
    return Screen.get(
        () ->
            rig.find("#server-card", Node.class).lookupAll(".label").stream()
                .map(n -> ((Label) n).getText())
                .toList());
  }

  private String on() {
    return Screen.get(() -> rig.find("#review-on", MenuButton.class).getText());
  }

  private String notRun() {
    return Screen.get(
        () ->
            rig.find("#review-chip-not-run", Button.class).isVisible()
                ? rig.find("#review-chip-not-run", Button.class).getText()
                : "");
  }

  private static void act(ReviewPanel panel) {
    Screen.run(
        () ->
            panel.message().lookupAll(".hyperlink").stream()
                .map(Hyperlink.class::cast)
                .forEach(Hyperlink::fire));
  }

  @Test
  void whatAServerTellsJoinsTheFindingsAndEachPlanCanBeOpened() throws IOException {
    ReviewPanel panel = review();
    assertThat(notRun()).contains("need a replica");
    choose(panel);
    assertThat(card()).contains("shop-2", "replica", "0 s behind");
    rig.shoot("review-server");
    rig.shoot("review-server-125", 1.25);
    Screen.run(() -> button("Ask this server").fire());
    asked(panel);
    Screen.until("nothing is left out", () -> notRun().isEmpty());
    Row scan =
        Screen.get(
            () ->
                panel.editor().marked().stream()
                    .filter(r -> r.rule().equals("explain.full-scan"))
                    .findFirst()
                    .orElseThrow());
    Screen.run(() -> panel.findings().table().select(java.util.Set.of(scan.key())));
    Screen.until(
        "the way to its plan", () -> rig.find("#review-open-plan", Hyperlink.class) != null);
    rig.shoot("review-asked");
    rig.shoot("review-asked-125", 1.25);
    Screen.run(() -> rig.find("#review-open-plan", Hyperlink.class).fire());
    assertThat(servers.shown)
        .singleElement()
        .satisfies(
            plan -> {
              assertThat(plan.sql()).startsWith("SELECT id");
              assertThat(plan.database()).isEqualTo("shop");
              assertThat(plan.step()).contains("1");
            });
    Screen.run(() -> panel.editor().area().selectWhole(3, 3));
    rig.press(KeyCode.P, false, true, false);
    assertThat(servers.shown).hasSize(2);
  }

  @Test
  void whatWasChosenIsRememberedByFileAndNobodyIsAskedBeforeF5() throws IOException {
    ReviewPanel panel = review();
    ask(panel);
    assertThat(servers.opened).hasValue(1);
    Screen.run(() -> rig.shut(panel.id()));
    ReviewPanel again = review();
    assertThat(on()).isEqualTo("On: shop");
    Screen.run(() -> again.editor().area().replace(0, 0, "\n"));
    Screen.until(
        "typed text is reviewed",
        () -> again.model().reviewed().get().orElseThrow().text().startsWith("\n"));
    assertThat(servers.opened).hasValue(1);
    Screen.run(again::focus);
    rig.press(KeyCode.F5);
    asked(again);
    assertThat(servers.opened).hasValue(2);
    Screen.run(again.work().asking()::none);
    assertThat(on()).isEqualTo("No server");
    Screen.until("left out again", () -> notRun().contains("need a replica"));
  }

  @Test
  void aReplicaThatIsFarBehindIsAskedOnlyWhereTheUserSaysSo() throws IOException {
    ReviewPanel panel = review();
    ask(panel);
    servers.lagS = OptionalLong.of(4_711);
    Screen.run(panel::focus);
    rig.press(KeyCode.F5);
    Screen.until("told", () -> panel.message().words().contains("4,711 s behind"));
    assertThat(servers.opened).hasValue(1);
    rig.shoot("review-lagging");
    act(panel);
    Screen.until("asked all the same", () -> servers.opened.get() == 2);
    asked(panel);
    choose(panel);
    assertThat(card()).anyMatch(words -> words.contains("Wait until it has caught up"));
    rig.shoot("review-server-lagging");
  }

  @Test
  void aSourceIsAskedOnlyWhenItsNameWasTyped() throws IOException {
    servers.takesWrites = true;
    ReviewPanel panel = review();
    sheet(panel);
    Screen.run(() -> list().getSelectionModel().select(0));
    Screen.until("refused", () -> rig.find("#server-source", Button.class) != null);
    assertThat(button("Ask this server").isDisabled()).isTrue();
    rig.shoot("review-server-refused");
    Screen.run(() -> rig.find("#server-source", Button.class).fire());
    Screen.until("it may be asked", () -> !button("Ask this server").isDisabled());
    assertThat(card()).contains("source");
    Screen.run(() -> button("Ask this server").fire());
    Screen.until("the question", () -> rig.find("#sheet-typed", TextField.class) != null);
    assertThat(button("Ask shop-1").isDisabled()).isTrue();
    rig.shoot("review-source");
    Screen.run(() -> rig.find("#sheet-typed", TextField.class).setText("shop-1"));
    assertThat(servers.opened).hasValue(0);
    Screen.run(() -> button("Ask shop-1").fire());
    asked(panel);
    assertThat(servers.opened).hasValue(1);
    Screen.run(panel::focus);
    rig.press(KeyCode.F5);
    Screen.until("asked again", () -> panel.message().words().contains("takes writes"));
    assertThat(servers.opened).hasValue(1);
  }

  @Test
  void howMuchIsAskedCanBeSaidAndIsRemembered() throws IOException {
    ReviewPanel panel = review();
    choose(panel);
    assertThat(Screen.get(() -> rig.find("#server-max-plans", TextField.class).getPromptText()))
        .isEqualTo("500");
    Screen.run(() -> rig.find("#server-max-seconds", TextField.class).setText("3601"));
    assertThat(button("Ask this server").isDisabled()).isTrue();
    rig.shoot("review-server-limits");
    Screen.run(() -> rig.find("#server-max-seconds", TextField.class).setText("30"));
    Screen.run(() -> rig.find("#server-max-plans", TextField.class).setText("0"));
    Screen.run(() -> button("Ask this server").fire());
    asked(panel);
    assertThat(
            Screen.get(() -> panel.model().reviewed().get().orElseThrow().source().orElseThrow()))
        .satisfies(
            source -> {
              assertThat(source.plans()).isZero();
              assertThat(source.notes()).anyMatch(note -> note.startsWith("Only the first 0 "));
            });
    assertThat(rig.settings.get("review.on." + folder.resolve("change.sql")))
        .contains("shop\nshop\n0\n30");
    choose(panel);
    assertThat(Screen.get(() -> rig.find("#server-max-seconds", TextField.class).getText()))
        .isEqualTo("30");
    Screen.run(() -> rig.find("#server-max-seconds", TextField.class).clear());
    Screen.run(() -> rig.find("#server-max-plans", TextField.class).clear());
    Screen.run(() -> button("Ask this server").fire());
    Screen.until(
        "one plan",
        () ->
            panel
                .model()
                .reviewed()
                .get()
                .orElseThrow()
                .source()
                .filter(s -> s.plans() == 1)
                .isPresent());
    assertThat(rig.settings.get("review.on." + folder.resolve("change.sql")))
        .contains("shop\nshop");
  }

  @Test
  void aRunIsATaskThatCanBeStopped() throws IOException {
    servers.gate = Optional.of(new CountDownLatch(1));
    ReviewPanel panel = review();
    choose(panel);
    Screen.run(() -> button("Ask this server").fire());
    Screen.until(
        "it is told",
        () -> rig.find("#review-verdict", Label.class).getText().startsWith("asking shop"));
    Screen.until("it began", () -> servers.opened.get() == 1);
    rig.shoot("review-asking");
    Screen.run(() -> rig.find("#review-stop", Button.class).fire());
    Screen.until(
        "stopped", () -> rig.tasks.list().getFirst().state().get() == Task.State.CANCELLED);
    Screen.until(
        "no more is told",
        () -> !rig.find("#review-verdict", Label.class).getText().startsWith("asking"));
    assertThat(Screen.get(() -> panel.model().reviewed().get().orElseThrow().source())).isEmpty();
  }

  @Test
  void whatStoodInTheWayIsToldWithWhatToDo() throws IOException {
    ReviewPanel panel = review();
    ask(panel);
    servers.fault =
        Optional.of(
            new Fault(
                FaultCode.server("connect.denied"),
                "1045: Access denied for user 'looks'@'10.0.0.9'"));
    Screen.run(panel::focus);
    rig.press(KeyCode.F5);
    Screen.until("told", () -> panel.message().words().contains("connect.denied"));
    rig.shoot("review-denied");
    act(panel);
    Screen.until("the sheet", () -> list() != null);
    Screen.until("told there too", () -> card().stream().anyMatch(w -> w.contains("looks")));
    Screen.run(
        () ->
            rig.find("#server-filter", TextField.class).setText("mysql://me@db.example.net:3306"));
    Screen.until("a server of no inventory", () -> list().getItems().size() == 1);
    Screen.run(() -> rig.find("#server-filter", TextField.class).setText("staging -17"));
    Screen.until("one fits", () -> list().getItems().size() == 1);
    rig.shoot("review-server-long");
  }
}
