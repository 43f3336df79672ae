package org.binnacle.explain.view.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.drawing.Steps;
import org.binnacle.explain.view.Rig;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.testkit.Screen;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("screen")
class PlanPanelTest {
  private static final String JOIN = Rig.sample("mysql-8.0.33/q01.analyze.txt");
  private static final String DERIVED = Rig.sample("mysql-8.0.33/q11.analyze.txt");

  @AutoClose private final Rig rig = new Rig();

  private PlanPanel panel() {
    return (PlanPanel) rig.front();
  }

  private PlanModel model() {
    return panel().model();
  }

  private void show(String text) {
    int had = rig.open.size();
    Screen.run(() -> rig.panels.open(text, "pasted"));
    Screen.until(
        "the plan is shown", () -> rig.open.size() > had && model().opened().get().isPresent());
    stands();
  }

  /// Its parts come one after the other, the findings last.
  private void stands() {
    Screen.until(
        "all of the plan stands", () -> rig.find(".finding-list .label", Label.class) != null);
    Screen.settle();
  }

  @SuppressWarnings("unchecked")
  private TreeTableView<PlanNode> tree() {
    return rig.find("#plan-tree", TreeTableView.class);
  }

  private String selectedInTree() {
    return Screen.get(() -> tree().getSelectionModel().getSelectedItem().getValue().id());
  }

  @Test
  void aPlanPastedOnTheEmptyPageOpensThere() {
    Screen.run(() -> rig.open("plan:new", rig.panels::empty));
    rig.shoot("plan-empty");
    rig.clipboard(JOIN);
    rig.press(KeyCode.V, true);
    stands();
    assertThat(rig.open).hasSize(1);
    assertThat(Screen.get(() -> tree().getExpandedItemCount())).isEqualTo(7);
    rig.shoot("plan-tree");
  }

  @Test
  void aSecondPlanOpensInATabOfItsOwn() {
    show(JOIN);
    rig.clipboard(DERIVED);
    rig.press(KeyCode.V, true);
    Screen.until("a second tab", () -> rig.open.size() == 2);
  }

  @Test
  void aTextThatIsNoPlanIsToldAndTheWayToOneStays() {
    Screen.run(() -> rig.open("plan:new", rig.panels::empty));
    rig.clipboard("dear colleague, the query is slow again");
    rig.press(KeyCode.V, true);
    var message = (MessageBar) rig.find(".message-bar", Node.class);
    Screen.until("it is told", () -> !message.words().isEmpty());
    assertThat(Screen.get(message::words))
        .contains("no plan")
        .contains("dear colleague")
        .contains("EXPLAIN");
    assertThat(rig.find(".plan-empty", Node.class)).isNotNull();
    rig.shoot("plan-no-plan");
  }

  @Test
  void aChipSelectsItsStepInEveryTab() {
    show(DERIVED);
    Button chip = rig.find(".chip", Button.class);
    Screen.run(() -> model().hot());
    Screen.run(chip::fire);
    Screen.run(
        () -> {
          // A second press goes on to the next step of the same finding; back to the first.
          var finding = model().opened().get().orElseThrow().findings().getFirst();
          model().selected().set("");
          model().look(finding);
        });
    String wanted =
        Screen.get(
            () ->
                model().opened().get().orElseThrow().findings().getFirst().nodes().stream()
                    .filter(id -> id.equals(model().selected().get()))
                    .findFirst()
                    .orElse("not of the finding"));
    assertThat(selectedInTree()).isEqualTo(wanted);
    PlanNode node = Screen.get(() -> model().step().orElseThrow());
    rig.press(KeyCode.DIGIT2);
    rig.shoot("plan-flame");
    rig.press(KeyCode.DIGIT3);
    rig.shoot("plan-diagram");
    rig.press(KeyCode.DIGIT4);
    Screen.settle();
    String marked = Screen.get(() -> rig.find("#plan-raw", SqlArea.class).marked());
    assertThat(marked).contains(node.label().substring(0, 10));
    rig.shoot("plan-raw");
    assertThat(Screen.get(() -> model().selected().get())).isEqualTo(wanted);
    assertThat(Screen.get(() -> rig.find("#plan-step .step-label", Label.class).getText()))
        .isEqualTo(Steps.line(node.label()));
    rig.press(KeyCode.DIGIT5);
    rig.shoot("plan-rewritten");
    rig.press(KeyCode.DIGIT6);
    Screen.settle();
    rig.shoot("plan-tables");
  }

  @Test
  void textMarkedInTheRawPlanSelectsItsStep() {
    show(JOIN);
    rig.press(KeyCode.DIGIT4);
    Screen.until("the text is there", () -> rig.find("#plan-raw", SqlArea.class) != null);
    int at = JOIN.indexOf("country (country");
    Screen.run(() -> rig.find("#plan-raw", SqlArea.class).select(at, at + 7));
    assertThat(Screen.get(() -> model().step().orElseThrow().index().orElseThrow().name()))
        .isEqualTo("country");
  }

  @Test
  void keysWalkFindingsGoToTheHotStepFindAndCopy() {
    show(DERIVED);
    var findings = Screen.get(() -> model().opened().get().orElseThrow().findings());
    assertThat(findings.size()).isGreaterThan(1);
    var first = Screen.get(() -> model().finding().get().orElseThrow());
    rig.press(KeyCode.N);
    assertThat(Screen.get(() -> model().finding().get().orElseThrow())).isNotEqualTo(first);
    rig.press(KeyCode.P);
    assertThat(Screen.get(() -> model().finding().get().orElseThrow())).isEqualTo(first);
    rig.press(KeyCode.H);
    assertThat(Screen.get(() -> model().step().orElseThrow().label()))
        .contains("Index scan on ord");
    rig.press(KeyCode.SLASH);
    TextField find = rig.find("#plan-find", TextField.class);
    assertThat(Screen.get(find::isFocused)).isTrue();
    Screen.run(
        () -> {
          find.setText("Single-row");
          find.getOnAction().handle(null);
        });
    assertThat(Screen.get(() -> model().step().orElseThrow().label())).contains("Single-row");
    rig.press(KeyCode.ESCAPE);
    rig.press(KeyCode.C);
    assertThat(Screen.get(() -> Clipboard.getSystemClipboard().getString()))
        .contains("Single-row index lookup on c using PRIMARY")
        .contains("Rows found: 1 × 800");
  }

  @Test
  void dComparesWithThePinnedPlan() {
    show(Rig.sample("mysql-8.0.33/q01.analyze.txt"));
    Screen.run(() -> rig.kit.shelf().pin(model().opened().get().orElseThrow()));
    show(Rig.sample("mysql-8.0.33/q11.analyze.txt"));
    rig.press(KeyCode.D);
    Screen.settle();
    assertThat(rig.front().id()).startsWith("plan-compare:");
  }

  @Test
  void exportsAreWritten(@TempDir Path folder) throws Exception {
    show(DERIVED);
    for (String[] one :
        new String[][] {
          {"Web page (HTML)…", "plan.html", "<html"},
          {"JSON…", "plan.json", "\"version\""},
          {"Diagram as SVG…", "d.svg", "</svg>"},
          {"Flame as SVG…", "f.svg", "</svg>"},
          {"Diagram as PNG…", "d.png", "PNG"},
          {"Flame as PNG…", "f.png", "PNG"}
        }) {
      Path file = folder.resolve(one[1]);
      rig.file = Optional.of(file);
      MenuButton menu = rig.find("#plan-export", MenuButton.class);
      Screen.run(
          () ->
              menu.getItems().stream()
                  .filter(item -> one[0].equals(item.getText()))
                  .findFirst()
                  .map(MenuItem::getOnAction)
                  .orElseThrow()
                  .handle(null));
      Screen.until(one[0] + " is written", () -> Files.exists(file) && Files.size(file) > 100);
      assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
          .contains(one[2]);
    }
    Files.createDirectories(Rig.SHOTS);
    Files.copy(
        folder.resolve("d.png"),
        Rig.SHOTS.resolve("export-diagram.png"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Files.copy(
        folder.resolve("f.png"),
        Rig.SHOTS.resolve("export-flame.png"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  @Test
  void plansOfAllFormatsAreShown() {
    show(Rig.sample("mysql-8.0.33/q06.json.txt"));
    rig.shoot("plan-json1");
    rig.press(KeyCode.DIGIT3);
    rig.shoot("plan-json1-diagram");
    show(Rig.sample("mysql-8.0.33/q01.traditional.txt"));
    rig.press(KeyCode.DIGIT2);
    rig.shoot("plan-tabular-flame");
    show(Rig.sample("mysql97/explain-sub-JSON-v1.txt"));
    show(Rig.sample("mariadb1011/explain-derived-MARIA-ANALYZE-JSON.txt"));
    rig.shoot("plan-mariadb");
    assertThat(Screen.get(() -> model().opened().get().orElseThrow().format()))
        .isEqualTo("MariaDB JSON, analysed");
  }
}
