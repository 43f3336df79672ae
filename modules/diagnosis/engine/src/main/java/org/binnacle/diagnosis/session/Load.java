package org.binnacle.diagnosis.session;

/// How full a server is; -1 where it does not tell.
///
/// @param connected Threads_connected
/// @param running Threads_running
/// @param max max_connections
public record Load(long connected, long running, long max) {
  public static final Load UNKNOWN = new Load(-1, -1, -1);

  /// Share of the allowed connections that are taken, or -1.
  public double fill() {
    return connected < 0 || max <= 0 ? -1 : (double) connected / max;
  }
}
