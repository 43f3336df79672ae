package org.binnacle.testkit.fetch;

import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Progress;
import org.binnacle.testkit.Availability;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.Installation;

/// The server builds of this machine; fetched when first asked for, cached afterwards.
public final class Installations {
  private final Host host;
  private final Cache cache;

  public Installations(Host host, Cache cache) {
    this.host = host;
    this.cache = cache;
  }

  /// Those of this machine in the user's cache.
  public static Installations here() {
    Host host = Host.here();
    return new Installations(host, Cache.of(host));
  }

  public Cache cache() {
    return cache;
  }

  public Host host() {
    return host;
  }

  /// The build, fetched where it is not cached.
  ///
  /// @throws Fault with a code of {@link FetchFaults} where it cannot be had
  public Installation get(Distribution distribution, Progress progress, Cancel cancel) {
    return switch (distribution) {
      case MYSQL_8_0 -> new Mysql80(host, cache).get(progress, cancel);
      case MARIADB_11_4 -> new MariaDb114(host, cache).get(progress, cancel);
      case MYSQL_9 -> DebianBuild.mysql9(host, cache).get(progress, cancel);
      case MYSQL_5_7 -> new Mysql57(host, cache).get(progress, cancel);
      case MARIADB_10_11 -> DebianBuild.mariadb1011(host, cache).get(progress, cancel);
    };
  }

  /// Whether the distribution must be had on this machine: no test on it may be skipped.
  public boolean required(Distribution distribution) {
    return distribution == Distribution.MYSQL_8_0
        || (distribution == Distribution.MARIADB_11_4 && MariaDb114.runsOn(host));
  }

  /// As {@link #get}, with what stands in the way as a value.
  public Availability find(Distribution distribution, Progress progress, Cancel cancel) {
    try {
      return new Availability.Ready(get(distribution, progress, cancel));
    } catch (Fault fault) {
      if (fault.code().equals(Fault.CANCELLED)) {
        throw fault;
      }
      return new Availability.Missing(fault);
    }
  }
}
