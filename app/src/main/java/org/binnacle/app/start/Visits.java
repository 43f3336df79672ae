package org.binnacle.app.start;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.binnacle.app.house.House;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.reach.Step;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.ConnectFaults;
import org.binnacle.mysql.Health;
import org.binnacle.mysql.Secret;
import org.binnacle.mysql.Server;

/// Tells the asking what the user goes to, and the house which password was wrong.
record Visits(House house, WindowAsking asking) {

  /// The user opens this instance; asked for anew where its login was refused.
  void to(Instance instance) {
    Server server = house.inventory().server(instance);
    asking.want(server);
    if (house.connections().health(server) instanceof Health.Down down && denied(down.fault())) {
      house.refused(server);
      // Without the pause that follows a failure; closing may block.
      Thread.ofVirtual().name("forget").start(() -> house.connections().forget(server));
    }
  }

  /// The user keeps something in the vault.
  void toVault() {
    asking.wantVault();
  }

  List<Step> test(Instance instance, Optional<Secret> typed, Cancel cancel, Consumer<Step> told) {
    Server server = house.inventory().server(instance);
    asking.want(server);
    List<Step> steps = house.connectionTest().run(server, typed, cancel, told);
    if (typed.isEmpty()
        && steps.stream().flatMap(step -> step.fault().stream()).anyMatch(Visits::denied)) {
      house.refused(server);
    }
    return steps;
  }

  private static boolean denied(Fault fault) {
    return fault.code().equals(ConnectFaults.DENIED);
  }
}
