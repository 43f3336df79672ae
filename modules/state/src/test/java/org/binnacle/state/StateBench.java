package org.binnacle.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import org.binnacle.inventory.Field;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.Inventory;

/// Figures of the README: opening the state in a fresh process, and an inventory of 10,000. Run by
/// `java -cp <test class path> org.binnacle.state.StateBench DIR`; the second run of a folder shows
/// the start of a command.
public final class StateBench {
  private static final int MANY = 10_000;

  private StateBench() {}

  public static void main(String[] args) throws IOException {
    Path dir = args.length > 0 ? Path.of(args[0]) : Files.createTempDirectory("binnacle-bench");
    long from = System.nanoTime();
    try (var database = StateDatabase.open(StateFolder.at(dir))) {
      from = told("open", from);
      var inventory = new Inventory(new H2InventoryStore(database));
      from = told("load " + inventory.instances().size(), from);
      if (inventory.instances().isEmpty()) {
        var many = new ArrayList<Instance>();
        for (int i = 0; i < MANY; i++) {
          many.add(
              Instance.at("shop-db-" + i, "db-" + i + ".example.com", 3306, "dba")
                  .draft()
                  .set(Field.CLUSTER, "shop-" + i % 300)
                  .set(Field.ENVIRONMENT, i % 3 == 0 ? "production" : "test")
                  .set(Field.TAGS, "shop,owner=team-" + i % 20)
                  .build());
        }
        from = System.nanoTime();
        inventory.save(many, "Added");
        told("save " + MANY, from);
        for (int round = 0; round < 5; round++) {
          from = System.nanoTime();
          new Inventory(new H2InventoryStore(database));
          told("load " + MANY + " again", from);
        }
      }
      for (String text : new String[] {"shop", "sd99", "db-4711", "shop-17 team-3"}) {
        for (int round = 0; round < 3; round++) {
          from = System.nanoTime();
          int hits = inventory.find(text, 20).size();
          told("find " + text + ": " + hits, from);
        }
      }
      from = System.nanoTime();
      int hits = inventory.search("tag:shop -role:backup env:production").size();
      from = told("search: " + hits, from);
    }
    told("close", from);
  }

  private static long told(String what, long from) {
    long now = System.nanoTime();
    System.out.println(String.format(Locale.ROOT, "%-30s %8.1f ms", what, (now - from) / 1e6));
    return System.nanoTime();
  }
}
