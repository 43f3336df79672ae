package org.binnacle.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.app.house.Asking;
import org.binnacle.app.house.House;
import org.binnacle.inventory.Field;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.InstanceDraft;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Progress;
import org.binnacle.mysql.Secret;
import org.binnacle.mysql.Server;
import org.binnacle.state.StateFolder;
import org.binnacle.state.vault.MasterPrompt;
import org.binnacle.state.vault.PasswordPrompt;
import org.binnacle.state.vault.Vaults;
import org.binnacle.testkit.demo.DemoFleet;
import org.binnacle.testkit.demo.DemoNode;

/// A running demo fleet and a house that has it in its inventory. Nothing of the user's own is
/// touched: the state folder lies beside the real one, and passwords go into no keychain.
public final class Demo implements AutoCloseable {
  private final DemoFleet fleet;
  private final House house;

  private Demo(DemoFleet fleet, House house) {
    this.fleet = fleet;
    this.house = house;
  }

  /// Where the demo of a state folder keeps its own.
  public static Path folder(Path real) {
    return real.resolveSibling(real.getFileName() + "-demo");
  }

  /// @param folder of the demo
  /// @throws org.binnacle.kernel.Fault with words for the user where the fleet cannot be had
  public static Demo start(
      Path folder,
      Map<String, String> environment,
      boolean debug,
      Progress progress,
      Cancel cancel) {
    StateFolder state = StateFolder.at(folder);
    DemoFleet fleet = DemoFleet.start(servers(folder), progress, cancel);
    House house = null;
    try {
      // A password that stands for the user's own servers must not be tried on these.
      var own = new HashMap<>(environment);
      own.remove("BINNACLE_PASSWORD");
      house = House.open(state, own, asking(fleet.nodes()), debug);
      house.settings().put(Vaults.SETTING, "file");
      enter(house, fleet.nodes());
      return new Demo(fleet, house);
    } catch (RuntimeException e) {
      if (house != null) {
        house.close();
      }
      fleet.close();
      throw e;
    }
  }

  public House house() {
    return house;
  }

  private static Path servers(Path folder) {
    try {
      return Files.createDirectories(folder.resolve("servers"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The fleet's ports are others at each start: its entries are found again by name.
  private static void enter(House house, List<DemoNode> nodes) {
    var inventory = house.inventory();
    for (DemoNode node : nodes) {
      Optional<Instance> present = inventory.named(node.name());
      InstanceDraft draft = present.map(Instance::draft).orElseGet(InstanceDraft::new);
      draft.set(Field.NAME, node.name());
      draft.set(Field.HOST, node.host());
      draft.set(Field.PORT, String.valueOf(node.port()));
      draft.set(Field.USER, node.user());
      draft.set(Field.CREDENTIAL, "");
      draft.set(Field.ENVIRONMENT, node.environment());
      draft.set(Field.CLUSTER, node.cluster());
      draft.set(Field.BUSINESS, node.business());
      draft.set(Field.ROLE, node.role());
      Instance instance = draft.build();
      if (present.isPresent()) {
        inventory.edit(instance);
      } else {
        inventory.add(instance);
      }
    }
  }

  private static Asking asking(List<DemoNode> nodes) {
    PasswordPrompt password =
        (Server server, PasswordPrompt.What what) ->
            nodes.stream()
                .filter(node -> node.port() == server.port() && node.user().equals(server.user()))
                .findFirst()
                .map(
                    node ->
                        new PasswordPrompt.Answer(
                            new Secret(node.password().toCharArray()), false));
    return new Asking(Optional.of(password), MasterPrompt.nobody());
  }

  @Override
  public void close() {
    house.close();
    fleet.close();
  }
}
