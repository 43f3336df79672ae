package org.binnacle.app.house;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import org.binnacle.app.live.LiveReviews;
import org.binnacle.diagnosis.Diagnosis;
import org.binnacle.diagnosis.Records;
import org.binnacle.diagnosis.event.NotedCaptures;
import org.binnacle.diagnosis.incident.Incidents;
import org.binnacle.diagnosis.incident.guard.Guard;
import org.binnacle.diagnosis.kill.Protection;
import org.binnacle.diagnosis.tape.Recorders;
import org.binnacle.diagnosis.topsql.TopSql;
import org.binnacle.explain.advice.Advising;
import org.binnacle.explain.advice.Trials;
import org.binnacle.explain.history.PlanHistory;
import org.binnacle.explain.live.Explaining;
import org.binnacle.explain.schema.Schemas;
import org.binnacle.explain.worksheet.Worksheets;
import org.binnacle.inventory.Inventory;
import org.binnacle.inventory.Vault;
import org.binnacle.inventory.reach.ConnectionTest;
import org.binnacle.inventory.reach.Discovery;
import org.binnacle.kernel.AuditLog;
import org.binnacle.kernel.Settings;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.pool.PooledConnections;
import org.binnacle.review.history.ReviewHistory;
import org.binnacle.state.H2AuditLog;
import org.binnacle.state.H2Deadlocks;
import org.binnacle.state.H2IncidentStore;
import org.binnacle.state.H2InventoryStore;
import org.binnacle.state.H2PlanStore;
import org.binnacle.state.H2ReviewStore;
import org.binnacle.state.H2Settings;
import org.binnacle.state.H2StatementHistory;
import org.binnacle.state.H2TapeStore;
import org.binnacle.state.H2TopSqlStore;
import org.binnacle.state.H2TrendStore;
import org.binnacle.state.H2Variables;
import org.binnacle.state.StateDatabase;
import org.binnacle.state.StateFolder;
import org.binnacle.state.vault.VaultSecrets;
import org.binnacle.state.vault.Vaults;

/// The composition root: every engine, wired by hand. A part is opened when it is first asked for
/// and closed in reverse, so that a command pays for what it uses.
public final class House implements AutoCloseable {
  private final StateFolder folder;
  private final Rooms rooms = new Rooms();
  private final Supplier<StateDatabase> database;
  private final Supplier<Inventory> inventory;
  private final Supplier<HouseFleet> fleet;
  private final Supplier<AuditLog> audit;
  private final Supplier<Settings> settings;
  private final Supplier<Vault> vault;
  private final Supplier<VaultSecrets> secrets;
  private final Supplier<Connections> connections;
  private final Supplier<Diagnosis> diagnosis;
  private final Supplier<TopSql> topSql;
  private final Supplier<Explaining> explaining;
  private final Supplier<Worksheets> worksheets;
  private final Supplier<Schemas> schemas;
  private final Supplier<PlanHistory> plans;
  private final Supplier<Trials> trials;
  private final Supplier<Incidents> incidents;
  private final Supplier<Recorders> recorders;
  private final Supplier<ReviewHistory> reviews;
  private final Supplier<Guard> guard;
  private final Supplier<LiveReviews> liveReviews;

  private House(StateFolder folder, Map<String, String> environment, Asking asking) {
    this.folder = folder;
    this.database = rooms.room(() -> StateDatabase.open(folder));
    this.inventory = rooms.room(() -> new Inventory(new H2InventoryStore(database.get())));
    this.fleet = rooms.room(() -> new HouseFleet(inventory.get()));
    this.audit = rooms.room(() -> new H2AuditLog(database.get()));
    this.settings = rooms.room(() -> new H2Settings(database.get()));
    this.vault =
        rooms.room(
            () ->
                Vaults.open(
                    settings.get().get(Vaults.SETTING).orElse("auto"),
                    folder,
                    environment,
                    asking.master()));
    this.secrets =
        rooms.room(
            () ->
                new VaultSecrets(
                    vault.get(), inventory.get()::credential, environment, asking.password()));
    this.connections =
        rooms.room(() -> new PooledConnections(secrets.get(), new KnownDoors(settings.get())));
    this.diagnosis =
        rooms.room(
            () ->
                new Diagnosis(
                    connections.get(),
                    fleet.get(),
                    new Records(
                        audit.get(),
                        settings.get(),
                        new H2TrendStore(database.get()),
                        new H2Deadlocks(database.get()),
                        new H2Variables(database.get())),
                    Protection.standard(),
                    System.getProperty("user.name", "unknown"),
                    Clock.systemUTC()));
    this.topSql =
        rooms.room(
            () ->
                TopSql.kept(
                    connections.get(),
                    fleet.get(),
                    new H2TopSqlStore(database.get()),
                    this::topSqlDays,
                    Clock.systemUTC()));
    this.incidents =
        rooms.room(
            () ->
                new Incidents(
                    connections.get(),
                    fleet.get(),
                    new NotedCaptures(
                        new H2IncidentStore(database.get()), () -> diagnosis.get().events()),
                    new H2TapeStore(database.get()),
                    Clock.systemUTC(),
                    new Incidents.Remembered(
                        instance -> diagnosis.get().lastMinutes().of(instance),
                        instance -> diagnosis.get().panels().of(instance),
                        new H2Variables(database.get())::last)));
    this.recorders =
        rooms.room(
            () ->
                new Recorders(diagnosis.get(), new H2TapeStore(database.get()), Clock.systemUTC()));
    this.guard =
        rooms.room(
            () -> {
              var guard =
                  new Guard(
                      settings.get(),
                      connections.get(),
                      fleet.get(),
                      incidents.get(),
                      Clock.systemUTC());
              diagnosis.get().onBeat(guard::look);
              return guard;
            });
    this.explaining =
        rooms.room(() -> new Explaining(connections.get(), fleet.get(), Clock.systemUTC()));
    this.worksheets =
        rooms.room(
            () ->
                new Worksheets(
                    connections.get(),
                    fleet.get(),
                    audit.get(),
                    System.getProperty("user.name", "unknown"),
                    Clock.systemUTC(),
                    folder.root().resolve("spool"),
                    new H2StatementHistory(database.get())));
    this.plans = rooms.room(() -> new PlanHistory(new H2PlanStore(database.get())));
    this.trials =
        rooms.room(
            () ->
                new Trials(
                    connections.get(),
                    fleet.get(),
                    explaining.get(),
                    audit.get(),
                    System.getProperty("user.name", "unknown"),
                    Clock.systemUTC()));
    this.schemas = rooms.room(() -> new Schemas(connections.get(), fleet.get()));
    this.reviews =
        rooms.room(
            () ->
                new ReviewHistory(
                    new H2ReviewStore(database.get()), settings.get(), Clock.systemUTC()));
    this.liveReviews =
        rooms.room(
            () ->
                new LiveReviews(
                    connections.get(),
                    fleet.get(),
                    inventory.get(),
                    explaining.get(),
                    Clock.systemUTC()));
  }

  /// @param environment may hold BINNACLE_PASSWORD and BINNACLE_MASTER_PASSWORD
  /// @param debug log more
  public static House open(
      StateFolder folder, Map<String, String> environment, Asking asking, boolean debug) {
    var house = new House(folder, environment, asking);
    house.rooms.opened(Logs.into(folder.logs(), debug));
    return house;
  }

  public Path folder() {
    return folder.root();
  }

  public Inventory inventory() {
    return inventory.get();
  }

  /// What servers there are, those outside the inventory that were named included.
  public HouseFleet fleet() {
    return fleet.get();
  }

  public AuditLog audit() {
    return audit.get();
  }

  public Settings settings() {
    return settings.get();
  }

  public Vault vault() {
    return vault.get();
  }

  /// To be told after a login was refused: the next one asks for the password anew.
  public void refused(Server server) {
    secrets.get().refused(server);
  }

  public Connections connections() {
    return connections.get();
  }

  /// Tries ways to servers, with connections of its own.
  public ConnectionTest connectionTest() {
    return new ConnectionTest(PooledConnections::new, secrets.get());
  }

  /// Finds the neighbours of an instance, with connections of its own.
  public Discovery discovery() {
    return new Discovery(inventory.get(), PooledConnections::new, secrets.get());
  }

  public Diagnosis diagnosis() {
    return diagnosis.get();
  }

  /// How many days of top SQL are kept; `top-sql.keep-days`, 14 where it says nothing.
  private int topSqlDays() {
    try {
      return Integer.parseInt(settings.get().get("top-sql.keep-days").orElse("14").strip());
    } catch (NumberFormatException e) {
      return 14;
    }
  }

  public TopSql topSql() {
    return topSql.get();
  }

  /// Plans of servers.
  public Explaining explaining() {
    return explaining.get();
  }

  public Incidents incidents() {
    return incidents.get();
  }

  /// Records that are being made.
  public Recorders recorders() {
    return recorders.get();
  }

  /// Captures by themselves; watching begins when it is first asked for.
  public Guard guard() {
    return guard.get();
  }

  /// Statements of users.
  public Worksheets worksheets() {
    return worksheets.get();
  }

  /// Plans that were kept.
  public PlanHistory plans() {
    return plans.get();
  }

  /// Reviews that were kept.
  public ReviewHistory reviews() {
    return reviews.get();
  }

  /// Trials of indexes.
  public Trials trials() {
    return trials.get();
  }

  /// Which indexes a statement could use.
  public Advising advising() {
    return new Advising(connections.get(), fleet.get());
  }

  /// Reviews that ask a server.
  public LiveReviews liveReviews() {
    return liveReviews.get();
  }

  public Schemas schemas() {
    return schemas.get();
  }

  @Override
  public void close() {
    rooms.close();
  }
}
