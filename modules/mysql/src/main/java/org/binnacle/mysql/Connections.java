package org.binnacle.mysql;

import java.util.List;
import java.util.function.Function;

/// The only way to a server. Keeps the session contract: one monitoring connection an instance, one
/// tick in flight, back-off after failures, a breaker for slow servers, at most 64 connects in
/// flight. Every method blocks; call it on a virtual thread, never on the FX thread.
public interface Connections extends AutoCloseable {

  /// Runs work on the instance's one monitoring connection: read-only, bounded, opened when first
  /// needed and kept. Another tick of the same instance that is under way is waited for.
  ///
  /// @throws org.binnacle.kernel.Fault with {@link ConnectFaults#BACKING_OFF} at once, without
  ///   touching the network, while the instance is being left alone after failures
  <T> T monitor(Server server, Function<Session, T> work);

  /// A short-lived connection of its own for an act of the user; the caller closes it.
  ///
  /// @param role such as `kill`; shown to DBAs in the connection attribute `role`
  /// @param readOnly whether it may only read
  Session action(Server server, String role, Bounds bounds, boolean readOnly);

  /// How the instance's monitoring connection does.
  Health health(Server server);

  /// What was asked on the instance's monitoring connection so far, by mark; empty where there was
  /// none.
  default List<Asked> asked(Server server) {
    return List.of();
  }

  /// Closes the monitoring connection of an instance that nobody watches any more or whose
  /// description changed.
  void forget(Server server);

  @Override
  void close();
}
