package org.binnacle.app.live;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.binnacle.app.house.HouseFleet;
import org.binnacle.explain.advice.Advising;
import org.binnacle.explain.live.Explaining;
import org.binnacle.explain.schema.SchemaObject;
import org.binnacle.explain.schema.Schemas;
import org.binnacle.inventory.Inventory;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Progress;
import org.binnacle.mysql.Bounds;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Session;
import org.binnacle.review.live.LiveProbe;

/// The door to reviews that ask a server.
public final class LiveReviews {
  private static final Bounds BOUNDS =
      new Bounds(
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(2));

  private final Connections connections;
  private final HouseFleet fleet;
  private final Explaining explaining;
  private final ReplicaChoice choice;
  private final Clock clock;

  public LiveReviews(
      Connections connections,
      HouseFleet fleet,
      Inventory inventory,
      Explaining explaining,
      Clock clock) {
    this.connections = connections;
    this.fleet = fleet;
    this.explaining = explaining;
    this.choice = new ReplicaChoice(connections, inventory, fleet, clock);
    this.clock = clock;
  }

  /// Which server would be asked; see {@link ReplicaChoice}. Blocks.
  public Chosen choose(String wanted, boolean sourceToo, Cancel cancel) {
    return choice.choose(wanted, sourceToo, cancel);
  }

  /// Begins to ask it: one read-only session of its own, bounded, until closed. Plans are asked by
  /// {@link Explaining}, each on a session of its own with the same bounds.
  public LiveProbe open(Chosen chosen, Cancel cancel) {
    Session session = connections.action(chosen.server(), "review", BOUNDS, true);
    cancel.onAsk(session::abort);
    return new ServerProbe(
        session, chosen, explaining, new Advising(connections, fleet), clock, cancel);
  }

  /// The tables and views of some databases, for reviews far from the server; 20,000 of each at
  /// most.
  public SnapshotFile.Taken snapshot(
      Chosen chosen, LiveProbe probe, List<String> databases, Progress progress, Cancel cancel) {
    var names = new ArrayList<SnapshotFile.Name>();
    var schemas = new Schemas(connections, fleet);
    for (String database : databases) {
      cancel.check();
      schemas.objects(chosen.server().ref(), database).stream()
          .filter(o -> o.kind() == SchemaObject.Kind.TABLE || o.kind() == SchemaObject.Kind.VIEW)
          .forEach(o -> names.add(new SnapshotFile.Name(o.schema(), o.name())));
    }
    return SnapshotFile.of(probe, names, progress, cancel);
  }
}
