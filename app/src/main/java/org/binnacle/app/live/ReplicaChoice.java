package org.binnacle.app.live;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.binnacle.app.house.HouseFleet;
import org.binnacle.diagnosis.replication.Heartbeat;
import org.binnacle.diagnosis.replication.ReplicaReader;
import org.binnacle.diagnosis.replication.ReplicaScene;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.Inventory;
import org.binnacle.inventory.InventoryFaults;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Bounds;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Session;
import org.binnacle.review.ReviewFaults;

/// Finds the server that a review asks: of a cluster the read-only replica that lags least; an
/// instance that is named itself where it is read-only, else the least-lagging replica of its
/// cluster. A server that takes writes is asked only where the user allows it.
public final class ReplicaChoice {
  private static final Bounds BOUNDS =
      new Bounds(
          Duration.ofSeconds(3),
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(2));

  private final Connections connections;
  private final Inventory inventory;
  private final HouseFleet fleet;
  private final ReplicaReader reader;

  ReplicaChoice(Connections connections, Inventory inventory, HouseFleet fleet, Clock clock) {
    this.connections = connections;
    this.inventory = inventory;
    this.fleet = fleet;
    this.reader = new ReplicaReader(clock, new Heartbeat());
  }

  /// What is known of a candidate.
  private sealed interface Seen {
    record Up(Server server, String version, ReplicaScene scene) implements Seen {
      OptionalLong lagS() {
        boolean stopped = scene.channels().stream().anyMatch(c -> !c.applying());
        return stopped
            ? OptionalLong.empty()
            : scene.channels().stream()
                .flatMapToLong(
                    c ->
                        c.lagS().isPresent()
                            ? java.util.stream.LongStream.of(c.lagS().getAsLong())
                            : java.util.stream.LongStream.empty())
                .max();
      }

      boolean replicates() {
        return !scene.channels().isEmpty();
      }

      /// Unknown lag last.
      long rank() {
        return lagS().orElse(replicates() ? Long.MAX_VALUE : Long.MAX_VALUE - 1);
      }
    }

    record Down(Server server, Fault fault) implements Seen {}
  }

  /// @param wanted a cluster, an instance or a URL
  /// @param sourceToo whether one that takes writes may be asked
  /// @throws Fault with {@link ReviewFaults#NO_REPLICA} where nobody may be asked
  public Chosen choose(String wanted, boolean sourceToo, Cancel cancel) {
    List<Instance> cluster = cluster(wanted);
    if (!cluster.isEmpty()) {
      return of(
          cluster.stream().map(inventory::server).toList(),
          "cluster " + cluster.getFirst().cluster(),
          sourceToo,
          cancel);
    }
    Server named = named(wanted);
    Seen seen = look(named);
    switch (seen) {
      case Seen.Down down -> throw down.fault();
      case Seen.Up up -> {
        if (up.scene().readOnly()) {
          return chosen(up, "named itself", List.of());
        }
        if (sourceToo) {
          return chosen(up, "named itself, with --on-source", List.of());
        }
        String own = named.ref().cluster();
        List<Server> others =
            inventory.instances().stream()
                .filter(i -> !own.isEmpty() && i.cluster().equalsIgnoreCase(own))
                .map(inventory::server)
                .filter(server -> !server.id().equals(named.id()))
                .toList();
        if (others.isEmpty()) {
          throw new Fault(
              ReviewFaults.NO_REPLICA,
              named.ref().name()
                  + " takes writes, and "
                  + (own.isEmpty()
                      ? "is in no cluster"
                      : "no other instance of cluster " + own + " is known"));
        }
        return of(
            others, "replica of " + named.ref().name() + ", which takes writes", false, cancel);
      }
    }
  }

  private List<Instance> cluster(String wanted) {
    return inventory.named(wanted).isPresent() || wanted.isBlank()
        ? List.of()
        : inventory.instances().stream()
            .filter(i -> i.cluster().equalsIgnoreCase(wanted.strip()))
            .toList();
  }

  private Server named(String wanted) {
    try {
      Server server = inventory.target(wanted);
      fleet.visit(server);
      return server;
    } catch (Fault fault) {
      if (!fault.code().equals(InventoryFaults.TARGET_UNKNOWN)) {
        throw fault;
      }
      throw new Fault(ReviewFaults.NO_SUCH_TARGET, fault.detail(), fault);
    }
  }

  private Chosen of(List<Server> servers, String from, boolean sourceToo, Cancel cancel) {
    var passed = new ArrayList<String>();
    var up = new ArrayList<Seen.Up>();
    for (Seen one : look(servers, cancel)) {
      switch (one) {
        case Seen.Down down -> passed.add(down.server().ref().name() + " does not answer");
        case Seen.Up here -> {
          if (here.scene().readOnly()) {
            up.add(here);
          } else {
            passed.add(here.server().ref().name() + " takes writes");
            if (sourceToo) {
              up.add(here);
            }
          }
        }
      }
    }
    Comparator<Seen.Up> order =
        Comparator.comparing((Seen.Up one) -> !one.scene().readOnly())
            .thenComparingLong(Seen.Up::rank)
            .thenComparing(one -> one.server().ref().name());
    Seen.Up best =
        up.stream()
            .min(order)
            .orElseThrow(
                () ->
                    new Fault(
                        ReviewFaults.NO_REPLICA,
                        "no read-only replica of " + from + ": " + String.join(", ", passed)));
    up.stream()
        .filter(one -> !one.equals(best))
        .forEach(
            one ->
                passed.add(
                    one.server().ref().name()
                        + (one.lagS().isPresent()
                            ? " is " + one.lagS().getAsLong() + " s behind"
                            : " does not tell its lag")));
    return chosen(best, "lags least of " + from, passed);
  }

  private static Chosen chosen(Seen.Up up, String why, List<String> passed) {
    return new Chosen(
        up.server(), up.version(), !up.scene().readOnly(), up.replicates(), up.lagS(), why, passed);
  }

  private List<Seen> look(List<Server> servers, Cancel cancel) {
    cancel.check();
    try (var threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("review-look-", 0).factory())) {
      List<Future<Seen>> asked =
          servers.stream().map(one -> threads.submit(() -> look(one))).toList();
      var seen = new ArrayList<Seen>();
      for (Future<Seen> one : asked) {
        try {
          seen.add(one.get());
        } catch (ExecutionException e) {
          throw new IllegalStateException(e);
        }
      }
      return seen;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(Fault.CANCELLED, "review", e);
    }
  }

  private Seen look(Server server) {
    try (Session session = connections.action(server, "review", BOUNDS, true)) {
      return new Seen.Up(server, session.facts().version(), reader.read(session));
    } catch (Fault fault) {
      return new Seen.Down(server, fault);
    }
  }
}
