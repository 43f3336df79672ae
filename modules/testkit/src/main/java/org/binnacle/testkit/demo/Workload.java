package org.binnacle.testkit.demo;

import java.util.ArrayList;
import java.util.List;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.server.Fleet;

/// The traffic of the shop: some twenty-five connections of several programs, most of them well
/// behaved, some not. Runs until closed.
public final class Workload implements AutoCloseable {
  private final List<Client> clients;

  private Workload(List<Client> clients) {
    this.clients = List.copyOf(clients);
  }

  public static Workload on(Fleet fleet, Pace pace) {
    RunningServer source = fleet.source();
    var clients = new ArrayList<Client>();
    for (int i = 0; i < 8; i++) {
      clients.add(new Client(source, "shop_web", "shop-web", new Shopper(pace)));
    }
    for (int i = 0; i < 2; i++) {
      clients.add(new Client(source, "shop_api", "shop-api", new Shopper(pace)));
    }
    for (int i = 0; i < 4; i++) {
      clients.add(new Client(source, "shop_api", "shop-checkout", new HotRow(pace)));
    }
    clients.add(new Client(source, "shop_support", "backoffice", new Forgetful(pace)));
    clients.add(new Client(source, "shop_web", "shop-web", new PointsWanted(pace)));
    clients.add(new Client(source, "reporting", "nightly-report", new SlowReport(pace)));
    var meeting = new Crossing(pace);
    clients.add(new Client(source, "shop_jobs", "stock-sync", meeting.one()));
    clients.add(new Client(source, "shop_jobs", "price-import", meeting.other()));
    for (RunningServer replica : fleet.replicas()) {
      clients.add(new Client(replica, "shop_web", "shop-web-ro", new Browser(pace)));
      clients.add(new Client(replica, "shop_api", "shop-search", new Browser(pace)));
    }
    clients.add(
        new Client(fleet.replicas().getFirst(), "reporting", "dashboard", new SlowReport(pace)));
    clients.add(
        new Client(
            fleet.replicas().getLast(), fleet.source().user(), "maintenance", new Lag(pace)));
    clients.forEach(Client::start);
    return new Workload(clients);
  }

  /// How many connections there are when all are up.
  public int connections() {
    return clients.size();
  }

  @Override
  public void close() {
    clients.forEach(Client::ask);
    clients.forEach(Client::close);
  }
}
