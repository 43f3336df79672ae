package org.binnacle.inventory.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.binnacle.inventory.Environment;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.reach.Discovered;
import org.binnacle.inventory.reach.Step;
import org.binnacle.kernel.Fault;
import org.binnacle.testkit.Screen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

@Tag("screen")
class FleetScreenTest {
  @TempDir Path home;
  private final FxRobot robot = new FxRobot();

  @SuppressWarnings("NullAway.Init") // each test opens its own
  private Desk desk;

  @BeforeAll
  static void start() {
    Screen.start();
  }

  private Desk open(List<Instance> instances) {
    desk = new Desk(instances, home);
    return desk;
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private TreeView<?> tree() {
    return desk.node("fleet-tree", TreeView.class);
  }

  private void select(String name) {
    Screen.run(
        () -> {
          desk.fleet.reveal(desk.inventory.named(name).orElseThrow().id());
          desk.fleet.focusTree();
        });
    Screen.settle();
  }

  private List<String> toasts() {
    return Screen.get(
        () ->
            desk.stage.getScene().getRoot().lookupAll(".toast .label").stream()
                .map(node -> ((Label) node).getText())
                .toList());
  }

  private boolean striped(String colour) {
    return Screen.get(() -> tree().isVisible() && !tree().lookupAll(".stripe." + colour).isEmpty());
  }

  /// Nothing else has changed then, neither the entries nor their marks.
  @Test
  void anotherColourOfAnEnvironmentIsSeenAtOnce() {
    open(Desk.shop());
    Screen.until("production is red", () -> striped("red"));
    desk.inventory.saveEnvironments(
        desk.inventory.environments().stream()
            .map(
                one ->
                    one.colour().equals("red")
                        ? new Environment(one.name(), "blue", one.safety())
                        : one)
            .toList());
    Screen.until("production is blue", () -> striped("blue") && !striped("red"));
  }

  @Test
  void anInstanceIsAddedWithTheKeyboardAlone() {
    open(List.of());
    robot.press(KeyCode.TAB).release(KeyCode.TAB);
    Screen.run(() -> desk.fleet.commands().get(1).run());
    Screen.until("the editor has the keyboard in the host", () -> focused("field-host"));
    robot.write("db9.example.com");
    robot.type(KeyCode.TAB, KeyCode.TAB);
    Screen.until("user", () -> focused("field-user"));
    robot.write("dba");
    robot.type(KeyCode.TAB);
    robot.write("s3cret");
    robot.type(KeyCode.TAB);
    Screen.until("name", () -> focused("field-name"));
    robot.type(KeyCode.ENTER);
    Screen.until("added", () -> desk.inventory.named("db9.example.com").isPresent());
    Screen.until("closed", () -> !desk.covered());
    assertThat(desk.vault).containsEntry("dba@db9.example.com:3306", "s3cret");
    Screen.until("shown", () -> tree().getExpandedItemCount() == 1);
  }

  private boolean focused(String id) {
    var owner = desk.stage.getScene().getFocusOwner();
    return owner != null && id.equals(owner.getId());
  }

  @Test
  void aFaultIsToldAtItsField() {
    open(Desk.shop());
    Screen.run(() -> desk.sheets.add(desk.fleet.node()));
    TextField host = desk.node("field-host", TextField.class);
    TextField port = desk.node("field-port", TextField.class);
    Screen.run(
        () -> {
          host.setText("db 1:99");
          port.setText("99999");
          desk.node("field-name", TextField.class).setText("shop-db-1");
        });
    robot.type(KeyCode.ENTER);
    Screen.until("port", () -> !problem("port").isEmpty());
    assertThat(problem("port")).contains("99999");
    assertThat(problem("name")).contains("taken");
    assertThat(problem("user")).isNotEmpty();
    assertThat(desk.covered()).isTrue();
    Screen.run(() -> port.setText("3307"));
    Screen.until("port is right", () -> problem("port").isEmpty());
    robot.type(KeyCode.ESCAPE);
    Screen.until("closed", () -> !desk.covered());
    assertThat(desk.inventory.instances()).hasSize(Desk.shop().size());
  }

  private String problem(String field) {
    return desk.node("problem-" + field, Label.class).getText();
  }

  @Test
  void aPastedConnectionFillsTheFields() {
    open(List.of());
    Screen.run(() -> desk.sheets.add(desk.fleet.node()));
    TextField host = desk.node("field-host", TextField.class);
    Screen.run(() -> host.setText("mysql -h 10.0.0.7 -P 3307 -u app -psecret"));
    Screen.until("filled", () -> host.getText().equals("10.0.0.7"));
    assertThat(desk.node("field-port", TextField.class).getText()).isEqualTo("3307");
    assertThat(desk.node("field-user", TextField.class).getText()).isEqualTo("app");
    assertThat(desk.node("field-password", TextField.class).getText()).isEqualTo("secret");
    assertThat(desk.node("field-name", TextField.class).getText()).isEqualTo("10.0.0.7:3307");
  }

  @Test
  void theTreeFiltersAsOneTypesAndEscClears() {
    open(Desk.shop());
    Screen.run(desk.fleet::focusSearch);
    robot.write("cluster:shop-orders");
    Screen.until("filtered", () -> count().equals("4 of 12"));
    robot.type(KeyCode.ESCAPE);
    Screen.until("all", () -> count().equals("12"));
    robot.write("cluster:nothing");
    Screen.until("none", () -> count().equals("0 of 12"));
  }

  private String count() {
    return desk.node("fleet-count", Label.class).getText();
  }

  @Test
  void aRemovedInstanceComesBackByUndo() {
    open(Desk.shop());
    select("shop-db-2");
    robot.type(KeyCode.DELETE);
    Screen.until("removed", () -> desk.inventory.named("shop-db-2").isEmpty());
    Screen.until("toast", () -> toasts().contains("Removed shop-db-2"));
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    Screen.until("back", () -> desk.inventory.named("shop-db-2").isPresent());
  }

  @Test
  void enterOpensInstancesAndMergesClusters() {
    open(Desk.shop());
    select("shop-db-2");
    robot.type(KeyCode.ENTER);
    robot.type(KeyCode.UP, KeyCode.UP);
    robot.type(KeyCode.ENTER);
    Screen.until("opened", () -> desk.opened.size() == 2);
    assertThat(desk.opened).containsExactly("shop-db-2", "shop-orders*4");
  }

  @Test
  void selectionSurvivesChangesAndMarks() {
    open(Desk.shop());
    select("shop-db-3");
    Screen.run(() -> desk.fleet.marks(Desk.marks(desk.inventory.instances())));
    desk.inventory.add(Desk.instance("aaa", "business", "aaa"));
    Screen.until("added", () -> count().equals("13"));
    assertThat(Screen.get(desk.fleet::selected))
        .extracting(Instance::name)
        .containsExactly("shop-db-3");
  }

  @Test
  void theTestTellsItsStepsAndTheMissingGrants() {
    open(Desk.shop());
    desk.steps.addAll(steps());
    Instance instance = desk.inventory.named("shop-db-1").orElseThrow();
    Screen.run(() -> desk.sheets.test(desk.fleet.node(), instance));
    Screen.until("grants", () -> desk.shows("test-grants"));
    assertThat(desk.node("test-grants", TextArea.class).getText()).contains("GRANT PROCESS");
  }

  static List<Step> steps() {
    return List.of(
        step(Step.Name.DNS, Step.Status.OK, "shop-db-1.example.com is 10.3.0.7.", ""),
        step(Step.Name.TCP, Step.Status.OK, "Port 3306 answers.", ""),
        step(Step.Name.TUNNEL, Step.Status.SKIPPED, "No tunnel is asked for.", ""),
        step(Step.Name.TLS, Step.Status.OK, "Encrypted with TLS_AES_256_GCM_SHA384.", ""),
        step(Step.Name.AUTHENTICATION, Step.Status.OK, "Logged in as dba to 8.0.36.", ""),
        step(
            Step.Name.PRIVILEGES,
            Step.Status.WARNING,
            "Some views will be empty: sessions of others",
            "Have an administrator run these statements.",
            "GRANT PROCESS, REPLICATION CLIENT ON *.* TO 'dba'@'%';"));
  }

  private static Step step(
      Step.Name name, Step.Status status, String words, String next, String... statements) {
    return new Step(
        name, status, Duration.ofMillis(2), words, next, List.of(statements), Optional.empty());
  }

  @Test
  void anImportIsPreviewedAppliedAndUndone() throws IOException {
    open(Desk.shop());
    Path file = csv();
    desk.chosen = Optional.of(file);
    Screen.run(() -> desk.sheets.importFiles(desk.fleet.node()));
    robot.interact(() -> desk.node("import-choose", Button.class).fire());
    TableView<?> table = desk.node("import-table", TableView.class);
    Screen.until("preview", () -> table.getItems().size() == 2);
    assertThat(desk.node("import-summary", Label.class).getText()).contains("1 new", "1 changed");
    robot.type(KeyCode.ENTER);
    Screen.until("applied", () -> desk.inventory.named("new-db").isPresent());
    Screen.until("closed", () -> !desk.covered());
    assertThat(desk.inventory.named("shop-db-1").orElseThrow().region()).isEqualTo("us-east");
    desk.inventory.undo();
    assertThat(desk.inventory.named("new-db")).isEmpty();
  }

  private Path csv() throws IOException {
    Path file = home.resolve("fleet.csv");
    Files.writeString(
        file,
        """
        schema,name,host,port,user,region
        1,new-db,new-db.example.com,3306,dba,eu-west
        1,shop-db-1,shop-db-1.example.com,3306,dba,us-east
        """);
    return file;
  }

  @Test
  void discoveredServersAreAddedOnConfirmation() {
    open(Desk.shop());
    desk.found.addAll(found(desk.inventory.named("shop-db-1").orElseThrow()));
    Screen.run(
        () ->
            desk.sheets.discover(
                desk.fleet.node(), desk.inventory.named("shop-db-1").orElseThrow()));
    TreeView<?> tree = desk.node("discovery-tree", TreeView.class);
    Screen.until("found", () -> tree.getExpandedItemCount() == 3);
    robot.type(KeyCode.ENTER);
    Screen.until("added", () -> desk.inventory.named("shop-db-9").isPresent());
    assertThat(desk.inventory.instances()).hasSize(13);
  }

  static List<Discovered> found(Instance source) {
    return List.of(
        new Discovered(
            source,
            true,
            "u1",
            "8.0.36",
            List.of(),
            "the instance itself",
            List.of(),
            Optional.empty()),
        new Discovered(
            Desk.instance("shop-db-9", "cluster", "shop-orders", "role", "replica"),
            false,
            "u2",
            "8.0.36",
            List.of("u1"),
            "registered replica of shop-db-1.example.com:3306",
            List.of(),
            Optional.empty()),
        new Discovered(
            Desk.instance("shop-db-10", "role", "replica"),
            false,
            "",
            "",
            List.of("u1"),
            "registered replica of shop-db-1.example.com:3306",
            List.of(),
            Optional.of(new Fault(Fault.CANCELLED, "no answer in 2 s"))));
  }

  @Test
  void aRingOfSourcesIsShownOnce() {
    open(List.of());
    var a =
        new Discovered(
            Desk.instance("a"), false, "a", "", List.of("b"), "", List.of(), Optional.empty());
    var b =
        new Discovered(
            Desk.instance("b"), false, "b", "", List.of("a"), "", List.of(), Optional.empty());
    assertThat(Topology.of(List.of(a, b)))
        .containsExactly(new Topology(a, List.of(new Topology(b, List.of()))));
  }

  @Test
  void closedSheetsAndNavigatorsLeaveNothingBehind() {
    open(Desk.shop());
    Instance instance = desk.inventory.named("shop-db-1").orElseThrow();
    List<Runnable> all =
        List.of(
            () -> desk.sheets.add(desk.fleet.node()),
            () -> desk.sheets.edit(desk.fleet.node(), instance),
            () -> desk.sheets.importFiles(desk.fleet.node()),
            () -> desk.sheets.discover(desk.fleet.node(), instance),
            () -> desk.sheets.environments(desk.fleet.node()));
    var weak = new ArrayList<java.lang.ref.WeakReference<Object>>();
    for (int i = 0; i < 50; i++) {
      for (Runnable sheet : all) {
        Screen.run(sheet);
        weak.add(new java.lang.ref.WeakReference<>(desk.node("sheet-back", Button.class)));
        Screen.run(() -> desk.node("sheet-back", Button.class).fire());
      }
      assertThat(desk.covered()).isFalse();
      Screen.run(() -> desk.tasks.list().stream().toList().forEach(desk.tasks::dismiss));
    }
    Screen.until("no change thread is left", () -> changeThreads() <= 1);
    Screen.until(
        "sheets are collected",
        () -> {
          System.gc();
          return weak.stream().filter(reference -> reference.get() != null).count() <= 5;
        });
  }

  private static long changeThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("fleet change"))
        .count();
  }

  @Test
  void anEmptyFleetOffersWaysToFillIt() {
    open(List.of());
    assertThat(desk.shows("fleet-tree")).isFalse();
    robot.interact(
        () ->
            desk.stage.getScene().getRoot().lookupAll(".fleet-empty .button").stream()
                .map(Button.class::cast)
                .filter(button -> button.getText().contains("demo"))
                .forEach(Button::fire));
    assertThat(desk.opened).containsExactly("demo");
  }
}
