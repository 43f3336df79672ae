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

  /// A connection of its own for an act of the user that can wait; the caller closes it. On a
  /// server that has said in the last ten minutes that it has no place left (error 1040) none is
  /// asked for until it has room again.
  ///
  /// @param role such as `explain`; shown to DBAs in the connection attribute `role`
  /// @param readOnly whether it may only read
  /// @throws org.binnacle.kernel.Fault with {@link ConnectFaults#KEPT_FREE} at once on such a
  ///   server
  Session action(Server server, String role, Bounds bounds, boolean readOnly);

  /// The same for what cannot wait: a kill, a capture, taking back what we did. It is tried on a
  /// full server too, and through its side door where it has one.
  default Session vital(Server server, String role, Bounds bounds, boolean readOnly) {
    return action(server, role, bounds, readOnly);
  }

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
