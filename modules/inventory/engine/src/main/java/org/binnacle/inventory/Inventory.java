package org.binnacle.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.mysql.Server;

/// The fleet: what is in it, changing it with undo, finding in it. Safe for use by many threads;
/// reads never block. Changes are kept in the store before they are seen; listeners are then called
/// on the thread that made the change.
///
/// Changes block for the store: not for the FX thread.
public final class Inventory {
  private final InventoryStore store;
  private final History history = new History();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile Snapshot now;

  /// Reads the store; an inventory without environments gets the shipped ones.
  public Inventory(InventoryStore store) {
    this.store = store;
    if (store.environments().isEmpty()) {
      store.saveEnvironments(Environments.shipped());
    }
    this.now = read();
  }

  /// By name, ignoring case.
  public List<Instance> instances() {
    return now.instances();
  }

  public Optional<Instance> find(UUID id) {
    return now.find(id);
  }

  /// By its unique name, ignoring case.
  public Optional<Instance> named(String name) {
    return now.named(name);
  }

  /// @param selector as {@link Selector} describes
  public List<Instance> search(String selector) {
    return now.instances().stream().filter(Selector.parse(selector)).toList();
  }

  /// Instances that a few letters may mean, best first; all by name where there are no letters.
  public List<Instance> find(String text, int limit) {
    return now.jump().find(text, limit);
  }

  public List<Environment> environments() {
    return now.environments();
  }

  /// The environment of an instance; one that is grey and CAREFUL where none is set.
  public Environment environment(Instance instance) {
    return now.environment(instance.environment());
  }

  public InstanceRef ref(Instance instance) {
    return Servers.ref(instance.id().toString(), instance, environment(instance));
  }

  /// What {@link org.binnacle.mysql.Connections} needs to reach it.
  public Server server(Instance instance) {
    return Servers.server(ref(instance), instance);
  }

  /// The vault's reference for a server's password: the instance's own, or `user@host:port` for one
  /// that is in no inventory.
  public String credential(Server server) {
    try {
      return find(UUID.fromString(server.id()))
          .map(Instance::credential)
          .orElseGet(() -> Targets.credential(server));
    } catch (IllegalArgumentException e) {
      return Targets.credential(server); // the id of a server outside the inventory is its address
    }
  }

  /// What a command line names: see {@link Targets}.
  ///
  /// @throws Fault where the target is unknown, ambiguous or badly written
  public Server target(String text) {
    return Targets.resolve(text, now);
  }

  /// The fault of each field that is wrong; empty where the draft may be added or saved.
  public Map<Field, Fault> check(InstanceDraft draft) {
    Map<Field, Fault> faults = draft.unreadable();
    return faults.isEmpty() ? check(draft.build()) : faults;
  }

  public Map<Field, Fault> check(Instance instance) {
    Snapshot snapshot = now;
    Map<Field, Fault> faults = InstanceCheck.check(instance, snapshot.environmentKeys());
    snapshot
        .named(instance.name())
        .filter(other -> !other.id().equals(instance.id()))
        .ifPresent(
            other ->
                faults.putIfAbsent(
                    Field.NAME, new Fault(InventoryFaults.NAME_TAKEN, instance.name())));
    return faults;
  }

  /// Adds or replaces by id, all or none.
  ///
  /// @param words what the user reads at undo, such as `Imported 12 instances`
  /// @throws Fault of the first field that is wrong
  public void save(Collection<Instance> instances, String words) {
    change(
        () -> {
          valid(instances);
          var before = new ArrayList<Instance>();
          instances.forEach(instance -> now.find(instance.id()).ifPresent(before::add));
          return new History.Step(
              words, before, List.copyOf(instances), Optional.empty(), Optional.empty());
        });
  }

  public Instance add(Instance instance) {
    save(List.of(instance), "Added " + instance.name());
    return instance;
  }

  /// @throws Fault with {@link InventoryFaults#GONE} where it was removed meanwhile
  public Instance edit(Instance instance) {
    Instance present = present(instance.id());
    if (!present.equals(instance)) {
      save(List.of(instance), "Changed " + present.name());
    }
    return instance;
  }

  /// A copy under the next free name (`shop-db copy`, `shop-db copy 2`, ...).
  public Instance duplicate(UUID id) {
    Instance original = present(id);
    String name = original.name() + " copy";
    for (int i = 2; now.named(name).isPresent(); i++) {
      name = original.name() + " copy " + i;
    }
    Instance copy = new InstanceDraft(UUID.randomUUID(), original).set(Field.NAME, name).build();
    save(List.of(copy), "Duplicated " + original.name());
    return copy;
  }

  /// Removes what is there of these. Passwords stay in the vault, for undo.
  public void remove(Collection<UUID> ids) {
    change(
        () -> {
          List<Instance> gone =
              ids.stream().distinct().flatMap(id -> now.find(id).stream()).toList();
          String what = gone.size() == 1 ? gone.getFirst().name() : gone.size() + " instances";
          return new History.Step(
              "Removed " + what, gone, List.of(), Optional.empty(), Optional.empty());
        });
  }

  /// Replaces the environments. One that instances are in cannot be left out.
  public void saveEnvironments(List<Environment> environments) {
    change(
        () -> {
          EnvironmentCheck.check(environments, now.instances());
          return new History.Step(
              "Changed environments",
              List.of(),
              List.of(),
              Optional.of(now.environments()),
              Optional.of(List.copyOf(environments)));
        });
  }

  /// What undo would take back, in words; empty where there is nothing.
  public synchronized Optional<String> undoWords() {
    return history.toUndo().map(History.Step::words);
  }

  public synchronized Optional<String> redoWords() {
    return history.toRedo().map(History.Step::words);
  }

  /// Takes the last change back; its words are the answer.
  public String undo() {
    String words;
    synchronized (this) {
      History.Step step = history.toUndo().orElseThrow(Inventory::nothing);
      write(step.reversed());
      history.undid();
      words = step.words();
    }
    tell();
    return words;
  }

  public String redo() {
    String words;
    synchronized (this) {
      History.Step step = history.toRedo().orElseThrow(Inventory::nothing);
      write(step);
      history.redid();
      words = step.words();
    }
    tell();
    return words;
  }

  /// Reads the store anew, for changes that another process made; listeners are called only where
  /// something differs.
  public void reload() {
    synchronized (this) {
      Snapshot fresh = read();
      if (fresh.instances().equals(now.instances())
          && fresh.environments().equals(now.environments())) {
        return;
      }
      now = fresh;
    }
    tell();
  }

  /// Calls back after every change.
  public Subscription listen(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private interface Change {
    History.Step make();
  }

  private void change(Change change) {
    synchronized (this) {
      History.Step step = change.make();
      if (step.before().isEmpty() && step.after().isEmpty() && step.environmentsAfter().isEmpty()) {
        return;
      }
      write(step);
      history.did(step);
    }
    tell();
  }

  private void write(History.Step step) {
    var kept = new HashSet<UUID>();
    step.after().forEach(instance -> kept.add(instance.id()));
    List<UUID> gone =
        step.before().stream().map(Instance::id).filter(id -> !kept.contains(id)).toList();
    step.environmentsAfter().ifPresent(store::saveEnvironments);
    store.replace(step.after(), gone);
    var all = new HashMap<UUID, Instance>();
    now.instances().forEach(instance -> all.put(instance.id(), instance));
    gone.forEach(all::remove);
    step.after().forEach(instance -> all.put(instance.id(), instance));
    now = new Snapshot(all.values(), step.environmentsAfter().orElse(now.environments()));
  }

  private void valid(Collection<Instance> instances) {
    var names = new HashMap<String, UUID>();
    for (Instance instance : instances) {
      check(instance)
          .values()
          .forEach(
              fault -> {
                throw fault;
              });
      UUID other = names.put(Snapshot.key(instance.name()), instance.id());
      if (other != null && !other.equals(instance.id())) {
        throw new Fault(InventoryFaults.NAME_TAKEN, instance.name());
      }
    }
  }

  private Instance present(UUID id) {
    return find(id).orElseThrow(() -> new Fault(InventoryFaults.GONE, id.toString()));
  }

  private static Fault nothing() {
    return new Fault(InventoryFaults.NOTHING_TO_UNDO, "");
  }

  private Snapshot read() {
    return new Snapshot(store.instances(), store.environments());
  }

  private void tell() {
    listeners.forEach(Runnable::run);
  }
}
