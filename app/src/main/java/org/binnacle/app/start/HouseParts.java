package org.binnacle.app.start;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;
import org.binnacle.app.house.House;
import org.binnacle.app.live.BackgroundTopSql;
import org.binnacle.app.window.PanelKind;
import org.binnacle.app.window.Parts;
import org.binnacle.app.window.Status;
import org.binnacle.app.window.WindowWiring.Desk;
import org.binnacle.diagnosis.pulse.Beat;
import org.binnacle.diagnosis.pulse.FleetState;
import org.binnacle.diagnosis.pulse.SharedPulse;
import org.binnacle.diagnosis.tape.Recorder;
import org.binnacle.diagnosis.tape.Tape;
import org.binnacle.diagnosis.view.DiagnosisPanels;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.diagnosis.view.instance.InstancePanel;
import org.binnacle.fxkit.Command;
import org.binnacle.fxkit.FxThread;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.view.FleetActions;
import org.binnacle.inventory.view.FleetNavigator;
import org.binnacle.inventory.view.FleetSheets;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Severity;
import org.binnacle.mysql.Secret;

/// The parts of the window, made of the house: navigator, panels, commands, status. On the FX
/// thread; closing ends the pulse and the navigator.
final class HouseParts implements FleetActions, AutoCloseable {
  private final House house;
  private final Desk desk;
  private final DiagnosisPanels panels;
  private final IncidentParts incidents;
  private final PlanParts plans;
  private final ReviewParts reviews;
  private final FleetSheets sheets;
  private final FleetNavigator navigator;
  private final SharedPulse.Joined pulse;
  private final Runnable deaf;
  private final BackgroundTopSql background;
  private volatile Optional<FleetState> state = Optional.empty();
  private final String vault;
  private final Visits visits;
  private final SessionTabs tabs;
  private final Optional<DemoProcess> demo;

  /// @param vault what the vault is called; asked before, as a keychain may block
  HouseParts(House house, Desk desk, String vault, WindowAsking asking) {
    FxThread.check();
    this.house = house;
    this.desk = desk;
    this.vault = vault;
    this.visits = new Visits(house, asking);
    this.tabs = new SessionTabs(house, visits, desk::workbench, this::panels);
    this.demo = DemoProcess.of(house.folder());
    this.plans = new PlanParts(house, desk, this::script, this::review);
    this.reviews =
        new ReviewParts(
            desk,
            KeptReviews.of(house),
            new ReviewServers(house, visits::to, plans::reviewed),
            this::owner);
    this.incidents = new IncidentParts(desk, () -> panels(), this::inFront, tabs::live, plans);
    this.panels =
        new DiagnosisPanels(
            new Kit(
                house.diagnosis(),
                desk.settings(),
                desk.words(),
                desk.tasks(),
                desk.choosers(),
                plans,
                Optional.of(house.topSql()),
                Optional.of(house.incidents()),
                incidents,
                Optional.of(house.guard()),
                Optional.of(house.recorders())));
    this.sheets = sheets();
    this.navigator =
        new FleetNavigator(house.inventory(), this, sheets, desk.settings(), desk.words());
    this.deaf =
        house
            .guard()
            .onFired(fired -> FxThread.later(() -> incidents.fired(fired, navigator.node())));
    var marks = new Marks();
    var show =
        FxThread.paced(Duration.ofSeconds(1), (FleetState seen) -> navigator.marks(marks.of(seen)));
    this.background =
        new BackgroundTopSql(house.topSql(), () -> house.diagnosis().instances(), house.settings());
    this.pulse =
        house
            .diagnosis()
            .fleet()
            .join(
                seen -> {
                  state = Optional.of(seen);
                  show.accept(seen);
                });
  }

  Parts parts() {
    var commands = new ArrayList<>(navigator.commands());
    commands.add(
        Command.of(
            "board.open",
            "Fleet",
            "Show the fleet board",
            "mdi2v-view-dashboard-outline",
            "F3",
            () -> desk.workbench().open("board")));
    commands.add(
        ofFleet("fleet.import", "Import…", "mdi2i-import", node -> sheets.importFiles(node)));
    commands.add(
        ofFleet(
            "fleet.export",
            "Export…",
            "mdi2e-export",
            node -> sheets.export(node, house.inventory().instances())));
    commands.add(
        ofFleet(
            "fleet.environments", "Environments…", "mdi2p-palette-outline", sheets::environments));
    commands.add(
        Command.of(
            "audit.open",
            "Tools",
            "Show the audit log",
            "mdi2c-clipboard-text-clock-outline",
            "",
            () -> desk.workbench().open("audit")));
    commands.addAll(incidents.commands());
    commands.addAll(plans.commands());
    commands.addAll(reviews.commands());
    var kinds =
        new ArrayList<>(
            List.of(
                new PanelKind("sessions:", tabs::remembered),
                new PanelKind("board", id -> Optional.of(panels.board(tabs::live))),
                new PanelKind("audit", id -> Optional.of(panels.audit()))));
    kinds.addAll(incidents.kinds());
    kinds.addAll(plans.kinds());
    kinds.addAll(reviews.kinds());
    return new Parts(
        navigator.node(),
        kinds,
        commands,
        List.of(navigator, new IncidentEntries(house.incidents(), id -> incidents.incident(id))),
        this::status,
        List.of("fleet.add", "fleet.import", "fleet.discover"),
        SettingChecks.all());
  }

  /// Opens plans that are dropped on the window where no panel wants them.
  void takeDrops(Scene scene) {
    plans.takeDrops(scene);
  }

  /// Whether a dropped file is one for a review, which is then open.
  private boolean script(Path file) {
    return reviews.drop(file);
  }

  /// Opens a review of a statement of another panel.
  private void review(String sql) {
    reviews.text(sql);
  }

  private Window owner() {
    return navigator.node().getScene().getWindow();
  }

  private DiagnosisPanels panels() {
    return panels;
  }

  /// The instances that the panel in front is about.
  private List<InstanceRef> inFront() {
    return desk.workbench().front().filter(InstancePanel.class::isInstance).stream()
        .flatMap(panel -> ((InstancePanel) panel).instances().stream())
        .toList();
  }

  private Command ofFleet(String id, String words, String icon, Consumer<Node> sheet) {
    return Command.of(id, "Fleet", words, icon, "", () -> sheet.accept(navigator.node()));
  }

  private FleetSheets sheets() {
    return new FleetSheets(
        new FleetSheets.Ports(
            house.inventory(),
            new HousePasswords(house, visits),
            (instance, typed, cancel, told) ->
                visits.test(instance, typed.map(Secret::new), cancel, told),
            (seed, progress, cancel) -> {
              visits.to(seed);
              return house.discovery().from(seed, progress, cancel);
            },
            desk.choosers(),
            desk.tasks(),
            desk.words(),
            Path.of(System.getProperty("user.home", "."))));
  }

  @Override
  public void open(Instance instance) {
    tabs.show(instance.name(), List.of(instance));
  }

  @Override
  public void openMerged(String cluster, List<Instance> members) {
    tabs.show(cluster, members);
  }

  /// The board, where the window has nothing else to show and there is something on it.
  void first() {
    FxThread.check();
    if (desk.workbench().panels().isEmpty() && !house.inventory().instances().isEmpty()) {
      desk.workbench().open("board");
    }
  }

  private Status status() {
    int instances = house.inventory().instances().size();
    Duration every = house.diagnosis().fleet().interval();
    Optional<FleetState> seen = state;
    if (seen.isEmpty()) {
      return new Status(instances, 0, every, Optional.empty(), vault, recording());
    }
    int problems = 0;
    Instant newest = Instant.MIN;
    for (Beat beat : seen.get().beats()) {
      if (beat.severity() == Severity.CRITICAL || beat.severity() == Severity.WARNING) {
        problems++;
      }
      Instant at = beat.at().orElse(Instant.MIN);
      newest = at.isAfter(newest) ? at : newest;
    }
    Optional<Duration> age =
        newest.equals(Instant.MIN)
            ? Optional.empty()
            : Optional.of(Duration.between(newest, Instant.now()));
    return new Status(instances, problems, every, age, vault, recording());
  }

  /// `REC shop-1 1 min 03 s, 0.4 MB`.
  private String recording() {
    return house.recorders().running().stream()
        .map(Recorder::state)
        .map(
            state ->
                "REC %s %s, %s"
                    .formatted(
                        state.tape().title(),
                        Tape.words(state.length()),
                        Tape.size(state.tape().bytes())))
        .collect(Collectors.joining("  "));
  }

  /// The demo is a program of its own (`binnacle demo`), with a state folder of its own.
  @Override
  public void demo() {
    demo.ifPresent(
        process ->
            desk.tasks()
                .start(
                    "Start the demo fleet in a window of its own",
                    (progress, cancel) -> {
                      process.start(progress, cancel);
                      return true;
                    },
                    outcome -> {}));
  }

  @Override
  public boolean hasDemo() {
    return demo.isPresent();
  }

  @Override
  public void close() {
    deaf.run();
    pulse.close();
    background.close();
    navigator.close();
  }
}
