package org.binnacle.testkit.junit;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Progress;
import org.binnacle.kernel.Words;
import org.binnacle.testkit.Availability;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.server.Launch;
import org.binnacle.testkit.server.Servers;
import org.junit.jupiter.api.Assumptions;

/// Servers for tests. One of each distribution is shared by all tests of the JVM and ends with it.
/// MySQL 8.0 and MariaDB 11.4 must be had; a test on another one is skipped with the reason where
/// it cannot be had.
public final class TestServers {
  private static final Servers SERVERS = Servers.here();
  private static final Map<Distribution, RunningServer> SHARED = new EnumMap<>(Distribution.class);

  private TestServers() {}

  /// The server that all tests of this JVM share. A test makes its own {@link TestSchema}, changes
  /// no global variable that it does not put back, and never closes the server.
  public static RunningServer shared(Distribution distribution) {
    synchronized (SHARED) {
      RunningServer running = SHARED.get(distribution);
      if (running == null) {
        running = start(distribution, Launch.plain());
        SHARED.put(distribution, running);
      }
      return running;
    }
  }

  /// A server of the test's own, which the test closes.
  public static RunningServer start(Distribution distribution, Launch launch) {
    require(distribution);
    return SERVERS.start(distribution, launch, Progress.silent(), Cancel.never());
  }

  /// Fetches the distribution, or skips the test with the reason.
  public static void require(Distribution distribution) {
    Availability found =
        SERVERS.installations().find(distribution, TestServers::tell, Cancel.never());
    switch (found) {
      case Availability.Ready ready -> {}
      case Availability.Missing missing -> {
        if (SERVERS.installations().required(distribution)) {
          throw missing.fault();
        }
        Assumptions.abort(distribution + " is not tested here: " + told(missing.fault()));
      }
    }
  }

  /// All distributions that can be had on this machine, for tests that walk them. What cannot is
  /// told on standard error.
  public static List<Distribution> available() {
    return List.of(Distribution.values()).stream().filter(TestServers::isThere).toList();
  }

  private static boolean isThere(Distribution distribution) {
    return switch (SERVERS.installations().find(distribution, TestServers::tell, Cancel.never())) {
      case Availability.Ready ready -> true;
      case Availability.Missing missing -> {
        System.err.println(distribution + " is not tested here: " + told(missing.fault()));
        yield SERVERS.installations().required(distribution); // the test then fails with the reason
      }
    };
  }

  static Servers servers() {
    return SERVERS;
  }

  private static String told(Fault fault) {
    return new Words().of(fault).happened();
  }

  /// A download takes long; say so in the log of the build, but not each megabyte.
  private static void tell(String what, long done, long total) {
    if (done == 0) {
      System.err.println(what);
    }
  }
}
