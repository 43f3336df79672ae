package org.binnacle.inventory.reach;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.binnacle.inventory.Field;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.Inventory;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Progress;
import org.binnacle.mysql.Bounds;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Secret;
import org.binnacle.mysql.Secrets;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Session;

/// Finds the servers that replicate from and to an instance, in both directions, with the same
/// account. One server under several names is found once, by its server_uuid. Proposes; adds
/// nothing. Blocks; not for the FX thread.
public final class Discovery {
  /// Servers that are asked at most; a larger fleet is discovered in parts.
  public static final int MOST = 200;

  private final Inventory inventory;
  private final Function<Secrets, Connections> opener;
  private final Secrets secrets;

  /// @param opener makes connections that know the given secrets only; closed after each run
  /// @param secrets where the password of the first instance comes from
  public Discovery(Inventory inventory, Function<Secrets, Connections> opener, Secrets secrets) {
    this.inventory = inventory;
    this.opener = opener;
    this.secrets = secrets;
  }

  /// The instance itself first, then what was found, nearest first.
  ///
  /// @throws Fault where the instance itself cannot be reached, or with {@link Fault#CANCELLED}
  public List<Discovered> from(Instance seed, Progress progress, Cancel cancel) {
    Server first = inventory.server(seed);
    try (Connections connections = opener.apply(sameAccount(first))) {
      cancel.onAsk(connections::close);
      return new Run(seed, connections, progress, cancel).all();
    } catch (Fault fault) {
      cancel.check();
      throw fault;
    }
  }

  /// Adds what the user chose and the inventory does not have yet, as one step for undo.
  public int add(List<Discovered> chosen) {
    List<Instance> fresh =
        chosen.stream().filter(found -> !found.known()).map(Discovered::instance).toList();
    if (!fresh.isEmpty()) {
      inventory.save(fresh, "Discovered " + fresh.size() + " instances");
    }
    return fresh.size();
  }

  /// Whatever server is asked for, the password is the first one's.
  private Secrets sameAccount(Server first) {
    return new Secrets() {
      @Override
      public Optional<Secret> password(Server server) {
        return secrets.password(first);
      }

      @Override
      public Optional<Secret> tunnel(Server server) {
        return secrets.tunnel(first);
      }
    };
  }

  private record Task(Neighbours.Address address, String by, boolean guess) {}

  private final class Run {
    private final Instance seed;
    private final Connections connections;
    private final Progress progress;
    private final Cancel cancel;
    private final Deque<Task> tasks = new ArrayDeque<>();
    private final Set<String> asked = new HashSet<>();
    private final Map<String, Discovered> reached = new LinkedHashMap<>();
    private final List<Discovered> unreached = new ArrayList<>();
    private final Map<String, String> uuids = new HashMap<>();

    Run(Instance seed, Connections connections, Progress progress, Cancel cancel) {
      this.seed = seed;
      this.connections = connections;
      this.progress = progress;
      this.cancel = cancel;
    }

    List<Discovered> all() {
      visit(
          new Task(new Neighbours.Address(seed.host(), seed.port()), "the instance itself", false));
      if (reached.isEmpty()) {
        throw unreached.getFirst().fault().orElseThrow();
      }
      while (!tasks.isEmpty() && asked.size() < MOST) {
        visit(tasks.poll());
      }
      var all = new ArrayList<Discovered>();
      reached.values().forEach(found -> all.add(withRole(found)));
      all.addAll(unreached);
      return distinctNames(all);
    }

    private void visit(Task task) {
      cancel.check();
      String address = key(task.address());
      if (!asked.add(address)) {
        return;
      }
      progress.at(
          task.address().host() + ":" + task.address().port(),
          asked.size() - 1,
          asked.size() + tasks.size());
      Instance instance = instance(task.address());
      Neighbours neighbours;
      try (Session session =
          connections.action(inventory.server(instance), "discovery", Bounds.action(), true)) {
        neighbours = Neighbours.ask(session, task.address().port());
      } catch (Fault fault) {
        cancel.check();
        // A guessed port where nothing of ours answers is no server of this fleet.
        if (!task.guess()) {
          unreached.add(found(instance, "", "", List.of(), task.by(), Optional.of(fault)));
        }
        return;
      }
      String uuid = neighbours.facts().uuid();
      uuids.put(address, uuid);
      Discovered before = reached.get(uuid);
      if (before != null) {
        reached.put(uuid, alsoAt(before, instance));
        return;
      }
      reached.put(
          uuid,
          found(
              instance,
              uuid,
              neighbours.facts().version(),
              neighbours.sources().stream().map(Run::key).toList(),
              task.by(),
              Optional.empty()));
      neighbours
          .sources()
          .forEach(source -> tasks.add(new Task(source, "source of " + instance.address(), false)));
      neighbours
          .replicas()
          .forEach(
              guess ->
                  tasks.add(
                      new Task(
                          guess.address(),
                          guess.by() + " of " + instance.address(),
                          guess.by().startsWith("reads"))));
    }

    /// The inventory's entry at an address, or a new one made after the first instance.
    private Instance instance(Neighbours.Address address) {
      return inventory.instances().stream()
          .filter(
              known ->
                  known.port() == address.port() && known.host().equalsIgnoreCase(address.host()))
          .findFirst()
          .orElseGet(
              () ->
                  Neighbour.draft(seed)
                      .set(Field.NAME, address.host() + ":" + address.port())
                      .set(Field.HOST, address.host())
                      .set(Field.PORT, String.valueOf(address.port()))
                      .build());
    }

    private Discovered found(
        Instance instance,
        String uuid,
        String version,
        List<String> sources,
        String by,
        Optional<Fault> fault) {
      boolean known = inventory.find(instance.id()).isPresent();
      return new Discovered(instance, known, uuid, version, sources, by, List.of(), fault);
    }

    /// Keeps the entry that the inventory has, where one of the names is in it.
    private Discovered alsoAt(Discovered before, Instance other) {
      boolean otherKnown = !before.known() && inventory.find(other.id()).isPresent();
      var names = new ArrayList<>(before.otherNames());
      names.add(otherKnown ? before.instance().address() : other.address());
      return new Discovered(
          otherKnown ? other : before.instance(),
          before.known() || otherKnown,
          before.uuid(),
          before.version(),
          before.sources(),
          before.foundBy(),
          names,
          before.fault());
    }

    private Discovered withRole(Discovered found) {
      List<String> sources =
          found.sources().stream().map(address -> uuids.getOrDefault(address, address)).toList();
      String role = sources.isEmpty() ? "source" : "replica";
      Instance instance =
          found.known() ? found.instance() : found.instance().draft().set(Field.ROLE, role).build();
      return new Discovered(
          instance,
          found.known(),
          found.uuid(),
          found.version(),
          sources,
          found.foundBy(),
          found.otherNames(),
          found.fault());
    }

    /// A new entry whose name is taken gets its user in front, as an address is unique by account.
    private List<Discovered> distinctNames(List<Discovered> all) {
      var names = new HashSet<String>();
      var result = new ArrayList<Discovered>();
      for (Discovered found : all) {
        Instance instance = found.instance();
        if (!found.known()
            && (inventory.named(instance.name()).isPresent() || !names.add(instance.name()))) {
          instance =
              instance.draft().set(Field.NAME, instance.user() + "@" + instance.name()).build();
        }
        result.add(
            new Discovered(
                instance,
                found.known(),
                found.uuid(),
                found.version(),
                found.sources(),
                found.foundBy(),
                found.otherNames(),
                found.fault()));
      }
      return List.copyOf(result);
    }

    private static String key(Neighbours.Address address) {
      return address.host().toLowerCase(Locale.ROOT) + ":" + address.port();
    }
  }
}
