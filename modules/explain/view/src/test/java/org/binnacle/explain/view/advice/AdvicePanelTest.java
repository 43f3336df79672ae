package org.binnacle.explain.view.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.binnacle.explain.insight.Facts;
import org.binnacle.explain.view.Rig;
import org.binnacle.explain.view.Servers;
import org.binnacle.explain.view.compare.ComparePanel;
import org.binnacle.explain.view.plan.About;
import org.binnacle.explain.view.plan.Opened;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.kernel.AuditEntry;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.Screen;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("screen")
@Tag("server")
class AdvicePanelTest {
  private static final String SQL =
      "SELECT note FROM orders WHERE state = 7 AND placed > '2026-01-01' ORDER BY placed";

  @TempDir Path folder;
  private Servers servers;
  private TestSchema schema;
  private InstanceRef staging;
  private Rig rig;

  @BeforeEach
  void open() throws SQLException {
    var running = TestServers.shared(Distribution.MYSQL_8_0);
    schema = TestSchema.on(running);
    schema.run(
        "CREATE TABLE ten (n INT PRIMARY KEY)",
        "INSERT INTO ten VALUES (0),(1),(2),(3),(4),(5),(6),(7),(8),(9)",
        """
        CREATE TABLE orders (id INT PRIMARY KEY AUTO_INCREMENT, state INT NOT NULL,
          placed DATE NOT NULL, note VARCHAR(40), KEY by_note (note))""",
        """
        INSERT INTO orders (state, placed, note)
        SELECT a.n + 10*b.n, DATE '2025-06-01' + INTERVAL a.n + 10*c.n DAY, 'x'
        FROM ten a, ten b, ten c""",
        "ANALYZE TABLE orders");
    servers = new Servers(running, folder);
    staging = servers.instance("shop-staging", false);
    servers.instance("shop-live", true);
    rig = new Rig(Optional.of(servers.live()));
  }

  @AfterEach
  void close() throws SQLException {
    rig.close();
    servers.close();
    schema.close();
  }

  private <N extends Node> N find(String css, Class<N> type) {
    return Screen.get(() -> type.cast(rig.stage().getScene().lookup(css)));
  }

  private void fire(String words) {
    Screen.run(
        () ->
            rig.stage().getScene().getRoot().lookupAll(".button").stream()
                .map(node -> (Button) node)
                .filter(button -> words.equals(button.getText()))
                .findFirst()
                .orElseThrow()
                .fire());
    Screen.settle();
  }

  private List<String> words(String css) {
    return Screen.get(
        () ->
            rig.stage().getScene().getRoot().lookupAll(css).stream()
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .toList());
  }

  private void advise(String sql) {
    Screen.run(() -> rig.panels.advise(Optional.of(staging), schema.name(), sql));
  }

  @Test
  void withoutAStatementItSaysWhatToDo() {
    Screen.run(() -> rig.panels.advise(Optional.empty(), "", ""));
    Screen.settle();
    rig.shoot("advice-empty");
    Button ask = find("#advice-ask", Button.class);
    Screen.run(ask::fire);
    Screen.settle();
    assertThat(words(".message-bar .label")).anyMatch(text -> text.contains("Choose an instance"));
  }

  @Test
  void theButtonOfAFindingAsksForAdviceAndReviewsWhatThePlanIsOf() {
    var about =
        new About(
            "asked",
            SQL,
            Optional.of(staging),
            schema.name(),
            "8.0.33",
            Optional.empty(),
            "",
            List.of(),
            Map.of(),
            Facts.NONE.withSql(SQL));
    Opened plan = Opened.read("-> Table scan on orders  (cost=2912 rows=28879)\n", about);
    Screen.run(() -> rig.panels.open(plan));
    Screen.until("its buttons stand", () -> words(".finding-links .button").size() == 2);
    rig.shoot("finding-links");
    fire("Review this statement");
    assertThat(rig.reviewed).containsExactly(SQL);
    fire("Ask for index advice");
    Screen.until("there is advice", () -> !words(".candidate-ddl").isEmpty());
    assertThat(rig.front()).isInstanceOf(AdvicePanel.class);
    assertThat(words(".candidate-ddl").getFirst()).contains("(`state`, `placed`)");
  }

  @Test
  void aCandidateIsTriedAsAnInvisibleIndexAndThePlansCompared() throws SQLException {
    advise(SQL);
    Screen.until("there is advice", () -> !words(".candidate-ddl").isEmpty());
    assertThat(words(".candidate-ddl").getFirst()).contains("(`state`, `placed`)");
    assertThat(words(".candidate .muted").getFirst()).contains("on disk").contains("INSERT");
    assertThat(words(".advice-indexes .label")).contains("PRIMARY", "by_note");
    rig.shoot("advice");
    Screen.run(find("#advice-try", Button.class)::fire);
    Screen.settle();
    rig.shoot("advice-trial");
    Screen.run(find("#trial-invisible", RadioButton.class)::fire);
    fire("Show what will be sent");
    SqlArea shown = find("#trial-statements", SqlArea.class);
    assertThat(Screen.get(shown::text))
        .contains("INVISIBLE ALGORITHM=INPLACE LOCK=NONE", "DROP INDEX");
    rig.shoot("advice-trial-sent");
    assertThat(servers.audit).isEmpty();
    fire("Try on shop-staging");
    Screen.until("it was tried", () -> !words(".candidate-result .pill").isEmpty());
    assertThat(words(".candidate-result .pill")).contains("the plan uses it");
    assertThat(servers.audit.stream().map(AuditEntry::outcome))
        .contains(AuditEntry.Outcome.ASKED, AuditEntry.Outcome.DONE);
    assertThat(servers.audit.getLast().sql()).startsWith("DROP INDEX");
    rig.shoot("advice-tried");
    fire("Compare the plans");
    Screen.until("the comparison is open", () -> rig.front() instanceof ComparePanel);
    Screen.until(
        "it tells that the plan changed", () -> words(".pill").contains("the plan changed"));
    rig.shoot("advice-compare");
  }

  @Test
  void aSampleIsTriedOnProductionOnlyWithTheNameTyped() {
    advise(SQL);
    Screen.until("there is advice", () -> !words(".candidate-ddl").isEmpty());
    rig.press(KeyCode.ESCAPE);
    Screen.run(find("#advice-try", Button.class)::fire);
    Screen.settle();
    Screen.run(
        () -> {
          var choice =
              (javafx.scene.control.ComboBox<?>) rig.stage().getScene().lookup("#trial-instance");
          choice.getSelectionModel().select(1);
        });
    fire("Show what will be sent");
    Button go =
        Screen.get(
            () ->
                rig.stage().getScene().getRoot().lookupAll(".button").stream()
                    .map(node -> (Button) node)
                    .filter(button -> "Try on shop-live".equals(button.getText()))
                    .findFirst()
                    .orElseThrow());
    assertThat(Screen.get(go::isDisabled)).isTrue();
    rig.shoot("advice-trial-production");
    Screen.run(() -> find("#sheet-typed", TextField.class).setText("shop-live"));
    assertThat(Screen.get(go::isDisabled)).isFalse();
    Screen.run(go::fire);
    Screen.until("it was tried", () -> !words(".candidate-result .pill").isEmpty());
    assertThat(words(".candidate-result .label"))
        .anyMatch(text -> text.contains("on a sample of 50,000 rows"));
  }

  @Test
  void whatIsServedAlreadyIsSaid() {
    advise("SELECT id FROM orders WHERE id = 7");
    Screen.until("it is told", () -> !words(".advice-note").isEmpty());
    assertThat(words(".advice-note").getFirst()).contains("present indexes serve");
    assertThat(Screen.get(find("#advice-try", Button.class)::isDisabled)).isTrue();
    rig.shoot("advice-served");
    assertThat(Set.copyOf(words(".advice-indexes .label"))).contains("PRIMARY");
    Label first = find(".advice-note", Label.class);
    assertThat(first).isNotNull();
  }
}
