package org.binnacle.diagnosis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.binnacle.diagnosis.board.Board;
import org.binnacle.diagnosis.deadlock.DeadlockReader;
import org.binnacle.diagnosis.deadlock.DeadlockScene;
import org.binnacle.diagnosis.event.EventLog;
import org.binnacle.diagnosis.health.Silences;
import org.binnacle.diagnosis.incident.replay.Recording;
import org.binnacle.diagnosis.innodb.InnoDb;
import org.binnacle.diagnosis.kill.Kill;
import org.binnacle.diagnosis.kill.KillPlan;
import org.binnacle.diagnosis.kill.KillRule;
import org.binnacle.diagnosis.kill.MergedKill;
import org.binnacle.diagnosis.kill.MergedPlan;
import org.binnacle.diagnosis.kill.Protection;
import org.binnacle.diagnosis.kill.RollbackRates;
import org.binnacle.diagnosis.kill.SavedRules;
import org.binnacle.diagnosis.kill.Target;
import org.binnacle.diagnosis.kill.Verb;
import org.binnacle.diagnosis.lock.LockEdges;
import org.binnacle.diagnosis.lock.LockScene;
import org.binnacle.diagnosis.lock.Locks;
import org.binnacle.diagnosis.past.PanelLooks;
import org.binnacle.diagnosis.pulse.Beat;
import org.binnacle.diagnosis.pulse.FleetPulse;
import org.binnacle.diagnosis.pulse.FleetState;
import org.binnacle.diagnosis.pulse.SharedPulse;
import org.binnacle.diagnosis.replication.ReplicaScene;
import org.binnacle.diagnosis.replication.Replications;
import org.binnacle.diagnosis.session.LoadBook;
import org.binnacle.diagnosis.session.ProcessReader;
import org.binnacle.diagnosis.session.ProcessSnapshot;
import org.binnacle.diagnosis.session.Want;
import org.binnacle.diagnosis.trend.LastMinutes;
import org.binnacle.diagnosis.trend.Trends;
import org.binnacle.diagnosis.trx.TrxReader;
import org.binnacle.diagnosis.trx.TrxScene;
import org.binnacle.diagnosis.variable.VariableLooks;
import org.binnacle.diagnosis.watch.Merged;
import org.binnacle.diagnosis.watch.MergedWatch;
import org.binnacle.diagnosis.watch.Rounds;
import org.binnacle.diagnosis.watch.SqlUsed;
import org.binnacle.diagnosis.watch.Watches;
import org.binnacle.kernel.AuditLog;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.NaturalOrder;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Session;

/// The door to live diagnosis for the window and the command line. Views know instances by their
/// {@link InstanceRef} only; the fleet tells where they are.
///
/// All but {@link #watch} and {@link #pulse} blocks: not for the FX thread.
public final class Diagnosis implements AutoCloseable {
  private final Connections connections;
  private final Fleet fleet;
  private final ProcessReader reader;
  private final Watches watches;
  private final Kill kill;
  private final MergedKill killing;
  private final SavedRules rules;
  private final Locks locks;
  private final TrxReader transactions;
  private final Replications replications;
  private final Clock clock;
  private final Records records;
  private final FleetLooks looks;
  private final Optional<Recording> recording;
  private final InnoDb innodb;
  private final VariableLooks variables;
  private final OneSession one;
  private final PanelLooks panels;

  /// @param actor the user of this workstation, for the audit log
  public Diagnosis(
      Connections connections,
      Fleet fleet,
      Records records,
      Protection protection,
      String actor,
      Clock clock) {
    this(connections, fleet, records, protection, actor, clock, Optional.empty());
  }

  private Diagnosis(
      Connections connections,
      Fleet fleet,
      Records records,
      Protection protection,
      String actor,
      Clock clock,
      Optional<Recording> recording) {
    this.recording = recording;
    this.panels = new PanelLooks(recording.map(what -> what::looks));
    this.connections = connections;
    this.fleet = fleet;
    this.clock = clock;
    this.records = records;
    var loads = new LoadBook();
    var rollbacks = new RollbackRates();
    this.reader = new ProcessReader(clock, new LockEdges(clock), loads);
    this.watches = new Watches(connections, reader, rollbacks::note);
    this.looks = new FleetLooks(connections, fleet, records, watches, loads, clock);
    this.locks = new Locks(connections, clock);
    this.transactions = new TrxReader(clock);
    this.replications = new Replications(connections, fleet, records.settings(), clock);
    this.innodb = new InnoDb(connections, fleet, clock, recording.map(Recording::innodb));
    this.variables =
        new VariableLooks(
            connections, fleet, records.variables(), clock, recording.map(Recording::variables));
    this.kill =
        new Kill(
            connections,
            looks.audited(),
            () -> protection.and(records.settings().get(Protection.SETTING).orElse("")),
            rollbacks,
            actor,
            clock);
    this.killing = new MergedKill(kill);
    this.one = new OneSession(connections, fleet);
    this.rules = new SavedRules(records.settings(), clock);
  }

  /// The same door to what was recorded: it tells that once, reaches no server and keeps nothing.
  /// The caller closes it.
  public Diagnosis of(Recording recorded) {
    return new Diagnosis(
        recorded.connections(),
        recorded.fleet(),
        new Records(records.audit(), records.settings()),
        Protection.standard(),
        "nobody",
        clock,
        Optional.of(recorded));
  }

  /// When what it shows was recorded; empty for a live one.
  public Optional<Instant> recordedAt() {
    return recording.map(Recording::at);
  }

  /// Looks at the sessions of instances until closed; returns at once. Instances that left the
  /// fleet are left out.
  ///
  /// @param onMerged called on a thread of ours after each round of any of them
  public MergedWatch watch(
      List<InstanceRef> instances, Duration interval, Consumer<Merged> onMerged) {
    if (recording.isPresent()) {
      return MergedWatch.still(recording.get().sessions(instances), onMerged);
    }
    return new MergedWatch(watches, servers(instances), interval, onMerged);
  }

  /// What the views of opened panels have in memory; of what was recorded, its looks.
  public PanelLooks panels() {
    return panels;
  }

  /// One look, for callers that do not watch.
  public ProcessSnapshot sessions(Server server, Want want) {
    return connections.monitor(server, session -> reader.read(session, want));
  }

  /// What is asked of one session only when somebody looks at it.
  public OneSession session() {
    return one;
  }

  public Locks locks() {
    return locks;
  }

  /// Looks at the locks of instances until closed; returns at once.
  public Rounds<LockScene> watchLocks(
      List<InstanceRef> instances,
      Duration interval,
      Consumer<List<Rounds.Seen<LockScene>>> onRound) {
    return rounds("locks", instances, interval, locks::look, Recording::locks, onRound);
  }

  /// The open transactions, once.
  public TrxScene transactions(Server server) {
    return connections.monitor(server, transactions::read);
  }

  /// Looks at the open transactions of instances until closed; returns at once.
  public Rounds<TrxScene> watchTransactions(
      List<InstanceRef> instances,
      Duration interval,
      Consumer<List<Rounds.Seen<TrxScene>>> onRound) {
    return rounds(
        "transactions", instances, interval, transactions::read, Recording::transactions, onRound);
  }

  /// Replication, once.
  public Replications replication() {
    return replications;
  }

  /// Looks at the replication of instances until closed; returns at once.
  public Rounds<ReplicaScene> watchReplication(
      List<InstanceRef> instances,
      Duration interval,
      Consumer<List<Rounds.Seen<ReplicaScene>>> onRound) {
    return rounds(
        "replication", instances, interval, replications::look, Recording::replication, onRound);
  }

  /// Deadlocks that were caught.
  public DeadlockReader deadlocks() {
    return looks.deadlocks();
  }

  /// Looks at the deadlocks of instances until closed, catching new ones; returns at once.
  public Rounds<DeadlockScene> watchDeadlocks(
      List<InstanceRef> instances,
      Duration interval,
      Consumer<List<Rounds.Seen<DeadlockScene>>> onRound) {
    return rounds(
        "deadlocks", instances, interval, looks.deadlocks()::read, Recording::deadlocks, onRound);
  }

  private <T> Rounds<T> rounds(
      String name,
      List<InstanceRef> instances,
      Duration interval,
      Function<Session, T> read,
      BiFunction<Recording, List<InstanceRef>, List<Rounds.Seen<T>>> recorded,
      Consumer<List<Rounds.Seen<T>>> onRound) {
    return recording.isPresent()
        ? Rounds.still(recorded.apply(recording.get(), instances), onRound)
        : new Rounds<>(name, servers(instances), connections, interval, read, onRound);
  }

  public InnoDb innodb() {
    return innodb;
  }

  public VariableLooks variables() {
    return variables;
  }

  private List<Server> servers(List<InstanceRef> instances) {
    return instances.stream().flatMap(one -> fleet.find(one.id()).stream()).toList();
  }

  /// A preview; see {@link Kill#plan}.
  public KillPlan planKill(InstanceRef instance, Verb verb, List<Target> targets) {
    return kill.plan(server(instance), verb, targets);
  }

  public Kill kill() {
    return kill;
  }

  /// A preview over several instances; see {@link MergedKill#plan}.
  public MergedPlan planKill(Verb verb, Map<InstanceRef, List<Target>> targets) {
    Map<Server, List<Target>> found = new LinkedHashMap<>();
    targets.forEach((instance, those) -> found.put(server(instance), those));
    return killing.plan(verb, found);
  }

  /// Whom a rule takes on some instances now; see {@link MergedKill#plan}.
  public MergedKill.Ruled planKill(List<InstanceRef> instances, Verb verb, KillRule rule) {
    return killing.plan(instances.stream().map(this::server).toList(), verb, rule);
  }

  public MergedKill killing() {
    return killing;
  }

  public SavedRules rules() {
    return rules;
  }

  public AuditLog audit() {
    return records.audit();
  }

  /// Forgets a back-off, so that the next round asks the instance at once.
  public void retry(InstanceRef instance) {
    connections.forget(server(instance));
  }

  /// A light look at the whole fleet until closed; returns at once.
  ///
  /// @param interval 5 s is usual
  /// @param onState at most four times a second, on a thread of ours
  public FleetPulse pulse(Duration interval, Consumer<FleetState> onState) {
    return looks.pulse(interval, onState);
  }

  /// The look at the whole fleet that all screens share; its interval is a setting.
  public SharedPulse fleet() {
    return looks.shared();
  }

  /// What the shared look has seen in the last ten minutes.
  public LastMinutes lastMinutes() {
    return looks.lastMinutes();
  }

  /// Tells each look of {@link #fleet()} as long as the program runs.
  ///
  /// @param listener on threads of ours; must not block
  public void onBeat(Consumer<Beat> listener) {
    looks.onBeat(listener);
  }

  /// Whether an instance is in the fleet.
  public boolean knows(InstanceRef instance) {
    return fleet.find(instance.id()).isPresent();
  }

  /// The instances of the fleet, by name.
  public List<InstanceRef> instances() {
    return fleet.servers().stream()
        .map(Server::ref)
        .sorted(Comparator.comparing(InstanceRef::name, NaturalOrder.OF_NAMES))
        .toList();
  }

  /// The statements that were sent to watch instances, as a script with comments.
  public String sqlUsed(List<InstanceRef> instances) {
    return SqlUsed.script(
        instances,
        one -> fleet.find(one.id()).map(connections::asked).orElse(List.of()),
        ZoneId.systemDefault());
  }

  public Trends trends() {
    return looks.trends();
  }

  /// What happened to instances since the program runs.
  public EventLog events() {
    return looks.events();
  }

  public Silences silences() {
    return looks.silences();
  }

  /// What the board's query bar says, and its groups.
  public Board board() {
    return new Board(fleet);
  }

  public int watched() {
    return watches.size();
  }

  private Server server(InstanceRef instance) {
    return fleet
        .find(instance.id())
        .orElseThrow(() -> new Fault(SessionFaults.NO_INSTANCE, instance.name()));
  }

  @Override
  public void close() {
    looks.close();
    watches.close();
  }
}
