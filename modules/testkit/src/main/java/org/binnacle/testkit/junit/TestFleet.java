package org.binnacle.testkit.junit;

import java.util.ArrayList;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.server.Fleet;
import org.binnacle.testkit.server.Launch;

/// Fleets for tests.
public final class TestFleet {
  private TestFleet() {}

  /// A source with server id 1 and replicas with ids from 2, replicating; the test closes it.
  ///
  /// @param options for each server
  public static Fleet start(Distribution distribution, int replicas, String... options) {
    var servers = new ArrayList<RunningServer>();
    try {
      for (int id = 1; id <= replicas + 1; id++) {
        servers.add(TestServers.start(distribution, Launch.plain().id(id).with(options)));
      }
      return Fleet.of(servers);
    } catch (RuntimeException e) {
      servers.forEach(RunningServer::close);
      throw e;
    }
  }
}
