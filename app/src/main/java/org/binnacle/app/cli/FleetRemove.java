package org.binnacle.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.Inventory;
import org.binnacle.inventory.InventoryFaults;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Nearest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `binnacle fleet remove`.
@Command(
    name = "remove",
    description = "Remove instances from the inventory. Nothing on a server changes.")
final class FleetRemove implements Callable<Integer> {
  private final Call call;

  FleetRemove(Call call) {
    this.call = call;
  }

  @Parameters(arity = "1..*", paramLabel = "NAME", description = "The instances, by whole name.")
  List<String> names = List.of();

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask.")
  boolean yes;

  @Override
  public Integer call() {
    var inventory = call.house().inventory();
    var gone = new ArrayList<Instance>();
    for (String name : names) {
      gone.add(named(inventory, name));
    }
    if (!yes) {
      call.agreed(
          "Remove " + String.join(", ", gone.stream().map(Instance::name).toList()) + "?",
          "removed");
    }
    inventory.remove(gone.stream().map(Instance::id).toList());
    if (call.json()) {
      call.document(Map.of("removed", gone.stream().map(Instances::document).toList()));
    } else {
      gone.forEach(instance -> call.say("Removed " + instance.name()));
    }
    return 0;
  }

  /// By its whole name: a beginning, as a target may be, is too little for a change.
  static Instance named(Inventory inventory, String name) {
    return inventory
        .named(name)
        .orElseThrow(
            () ->
                new Fault(
                    InventoryFaults.TARGET_UNKNOWN,
                    Nearest.to(name, inventory.instances().stream().map(Instance::name).toList())
                        .map(near -> name + " (nearest: " + near + ")")
                        .orElse(name)));
  }
}
