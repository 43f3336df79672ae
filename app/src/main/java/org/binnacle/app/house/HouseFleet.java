package org.binnacle.app.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.binnacle.diagnosis.Fleet;
import org.binnacle.explain.Servers;
import org.binnacle.inventory.Grouping;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.Inventory;
import org.binnacle.inventory.Selector;
import org.binnacle.mysql.Server;

/// The engines' port to what servers there are: the inventory, and those that a user named by their
/// address in this run.
public final class HouseFleet implements Fleet, Servers {
  private final Inventory inventory;
  private final Map<String, Server> visited = new ConcurrentHashMap<>();

  HouseFleet(Inventory inventory) {
    this.inventory = inventory;
  }

  /// Makes a server known that may be in no inventory.
  public void visit(Server server) {
    visited.put(server.id(), server);
  }

  @Override
  public List<Server> servers() {
    var servers = new ArrayList<Server>();
    inventory.instances().forEach(instance -> servers.add(inventory.server(instance)));
    visited.values().stream()
        .filter(server -> inventoried(server.id()).isEmpty())
        .forEach(servers::add);
    return servers;
  }

  /// Servers outside the inventory are chosen by an empty selector only.
  @Override
  public Predicate<String> select(String selector) {
    Selector chosen = Selector.parse(selector);
    boolean all = selector.isBlank();
    return id -> instance(id).map(chosen::test).orElse(all);
  }

  @Override
  public List<String> filed(String id, String field) {
    Grouping by = Grouping.parse(field);
    return instance(id).map(by.values()).orElse(List.of()).stream()
        .filter(value -> !value.isEmpty())
        .toList();
  }

  @Override
  public Optional<Server> find(String id) {
    return inventoried(id).or(() -> Optional.ofNullable(visited.get(id)));
  }

  /// The id of a server outside the inventory is its address, which is no UUID.
  private Optional<Server> inventoried(String id) {
    return instance(id).map(inventory::server);
  }

  private Optional<Instance> instance(String id) {
    if (id.length() != 36 || id.indexOf(':') >= 0) {
      return Optional.empty();
    }
    try {
      return inventory.find(UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
