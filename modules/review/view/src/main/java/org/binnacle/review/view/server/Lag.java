package org.binnacle.review.view.server;

import org.binnacle.review.view.Servers;

/// How far behind its source a server is.
final class Lag {
  /// A replica that is further behind has other rows and statistics than its source.
  private static final long FAR_S = 60;

  private Lag() {}

  /// A replica that cannot tell has stopped, or never began.
  static boolean isFar(Servers.Picked server) {
    return server.role().equals("replica")
        && (server.lagS().isEmpty() || server.lagS().getAsLong() > FAR_S);
  }

  static String words(Servers.Picked server) {
    return server.lagS().isPresent()
        ? "%,d s behind".formatted(server.lagS().getAsLong())
        : server.role().equals("replica") ? "does not tell its lag" : "";
  }
}
