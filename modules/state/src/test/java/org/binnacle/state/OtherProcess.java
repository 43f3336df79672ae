package org.binnacle.state;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.Inventory;

/// What the second process of a test does: adds an instance, and with `hold` stays until killed.
public final class OtherProcess {
  private OtherProcess() {}

  public static void main(String[] args) throws InterruptedException {
    try (var database = StateDatabase.open(StateFolder.at(Path.of(args[0])))) {
      new Inventory(new H2InventoryStore(database)).add(Instance.at(args[2], "h", 3306, "u"));
      if (args[1].equals("hold")) {
        System.out.println("ready");
        new CountDownLatch(1).await();
      }
    }
  }
}
