package org.binnacle.inventory.view;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.binnacle.fxkit.Choosers;
import org.binnacle.fxkit.sheet.Layer;
import org.binnacle.fxkit.task.Tasks;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.inventory.Environment;
import org.binnacle.inventory.Field;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.Inventory;
import org.binnacle.inventory.InventoryStore;
import org.binnacle.inventory.exchange.Proposal;
import org.binnacle.inventory.reach.Discovered;
import org.binnacle.inventory.reach.Step;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Progress;
import org.binnacle.kernel.Words;
import org.binnacle.testkit.MemorySettings;
import org.binnacle.testkit.Screen;

/// A window with a navigator on an inventory in memory; hand-written fakes at the ports.
final class Desk implements AutoCloseable {
  final Inventory inventory = new Inventory(new MemoryStore());
  final Map<String, String> vault = new ConcurrentHashMap<>();
  final List<String> opened = new ArrayList<>();
  final List<Step> steps = new ArrayList<>();
  final List<Discovered> found = new ArrayList<>();
  Optional<Path> chosen = Optional.empty();
  final Tasks tasks = new Tasks();
  final FleetSheets sheets;
  final FleetNavigator fleet;
  final Stage stage;
  private final Themes themes;

  Desk(List<Instance> instances, Path home) {
    if (!instances.isEmpty()) {
      inventory.save(instances, "Set up");
    }
    sheets =
        new FleetSheets(
            new FleetSheets.Ports(
                inventory,
                new Vault(),
                this::test,
                this::discover,
                new Files(),
                tasks,
                new Words(),
                home));
    var settings = new MemorySettings();
    themes = Screen.get(() -> new Themes(settings));
    fleet =
        Screen.get(
            () -> new FleetNavigator(inventory, new Opened(), sheets, settings, new Words()));
    stage =
        Screen.show(
            () -> {
              var content = new BorderPane(new Pane());
              ((Pane) fleet.node()).setPrefWidth(300);
              content.setLeft(fleet.node());
              var layer = new Layer(content);
              layer
                  .sceneProperty()
                  .addListener(
                      (seen, was, is) -> {
                        if (is != null) {
                          themes.dress(is);
                        }
                      });
              return layer;
            },
            1360,
            860);
    look(Themes.Choice.LIGHT);
  }

  void look(Themes.Choice choice) {
    Screen.run(() -> themes.choice().set(choice));
    Screen.settle();
  }

  <T extends Node> T node(String id, Class<T> type) {
    return Screen.get(() -> type.cast(stage.getScene().lookup("#" + id)));
  }

  boolean shows(String id) {
    return Screen.get(
        () -> {
          Node node = stage.getScene().lookup("#" + id);
          return node != null && node.isVisible();
        });
  }

  boolean covered() {
    return Screen.get(() -> Layer.of(stage.getScene().getRoot()).covered());
  }

  @Override
  public void close() {
    Screen.run(
        () -> {
          fleet.close();
          tasks.close();
          themes.close();
        });
    Screen.close(stage);
  }

  static Instance instance(String name, String... fields) {
    var draft = Instance.at(name, name + ".example.com", 3306, "dba").draft();
    for (int i = 0; i < fields.length; i += 2) {
      draft.set(Field.of(fields[i]).orElseThrow(), fields[i + 1]);
    }
    return draft.build();
  }

  private void test(
      Instance instance, Optional<char[]> password, Cancel cancel, Consumer<Step> told) {
    steps.forEach(told);
  }

  private List<Discovered> discover(Instance from, Progress progress, Cancel cancel) {
    progress.at("asking " + from.name(), 1, 2);
    return found;
  }

  private final class Opened implements FleetActions {
    @Override
    public void open(Instance instance) {
      opened.add(instance.name());
    }

    @Override
    public void openMerged(String cluster, List<Instance> members) {
      opened.add(cluster + "*" + members.size());
    }

    @Override
    public void demo() {
      opened.add("demo");
    }

    @Override
    public boolean hasDemo() {
      return true;
    }
  }

  private final class Vault implements Passwords {
    @Override
    public String place() {
      return "GNOME keyring";
    }

    @Override
    public boolean has(String reference) {
      return vault.containsKey(reference);
    }

    @Override
    public void keep(String reference, char[] password) {
      vault.put(reference, new String(password));
    }

    @Override
    public void copy(String from, String to) {
      vault.computeIfPresent(
          from,
          (key, value) -> {
            vault.put(to, value);
            return value;
          });
    }

    @Override
    public void forget(String reference) {
      vault.remove(reference);
    }

    @Override
    public int keepImported(Collection<Proposal> chosen) {
      return 0;
    }
  }

  private final class Files implements Choosers {
    @Override
    public Optional<Path> open(Window owner, String title, List<Kind> kinds) {
      return chosen;
    }

    @Override
    public Optional<Path> save(Window owner, String title, String name, List<Kind> kinds) {
      return chosen;
    }

    @Override
    public Optional<Path> folder(Window owner, String title) {
      return chosen;
    }
  }

  private static final class MemoryStore implements InventoryStore {
    private final Map<UUID, Instance> kept = new LinkedHashMap<>();
    private List<Environment> environments = List.of();

    @Override
    public synchronized List<Instance> instances() {
      return List.copyOf(kept.values());
    }

    @Override
    public synchronized void replace(List<Instance> saved, List<UUID> removed) {
      removed.forEach(kept::remove);
      saved.forEach(instance -> kept.put(instance.id(), instance));
    }

    @Override
    public synchronized List<Environment> environments() {
      return environments;
    }

    @Override
    public synchronized void saveEnvironments(List<Environment> saved) {
      environments = List.copyOf(saved);
    }
  }

  /// Three clusters of two businesses, as a small shop has them.
  static List<Instance> shop() {
    var all = new ArrayList<Instance>();
    for (int i = 1; i <= 4; i++) {
      all.add(
          instance(
              "shop-db-" + i,
              "business",
              "shop",
              "cluster",
              "shop-orders",
              "env",
              "production",
              "region",
              "eu-central",
              "tags",
              "shop,owner=anna",
              "role",
              i == 1 ? "source" : "replica"));
    }
    for (int i = 1; i <= 3; i++) {
      all.add(
          instance(
              "shop-search-db-" + i,
              "business",
              "shop",
              "cluster",
              "shop-search",
              "env",
              "production",
              "region",
              "eu-west"));
    }
    for (int i = 1; i <= 3; i++) {
      all.add(
          instance(
              "billing-staging-db-" + i,
              "business",
              "billing",
              "cluster",
              "billing",
              "env",
              "staging",
              "tags",
              "billing"));
    }
    all.add(instance("billing-archive", "business", "billing", "env", "test"));
    all.add(instance("scratch"));
    return all;
  }

  static Map<UUID, Mark> marks(List<Instance> instances) {
    var marks = new HashMap<UUID, Mark>();
    for (Instance instance : instances) {
      switch (instance.name()) {
        case "shop-db-1", "shop-search-db-1", "billing-staging-db-1" ->
            marks.put(instance.id(), Mark.ok(Mark.Role.SOURCE, ""));
        case "shop-db-3" -> marks.put(instance.id(), Mark.lagging("lag 312 s"));
        case "billing-staging-db-3" ->
            marks.put(instance.id(), Mark.down(Mark.Role.REPLICA, "connection refused"));
        case "scratch", "billing-archive" -> {}
        default -> marks.put(instance.id(), Mark.ok(Mark.Role.REPLICA, "0 s"));
      }
    }
    return marks;
  }
}
