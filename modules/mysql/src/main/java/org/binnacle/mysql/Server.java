package org.binnacle.mysql;

import java.util.Optional;
import org.binnacle.kernel.InstanceRef;

/// Where a server listens and as whom to log in; no secret in it.
public record Server(
    InstanceRef ref, String host, int port, String user, Tls tls, Optional<Tunnel> tunnel) {

  /// What identifies its pool: the inventory's id.
  public String id() {
    return ref.id();
  }
}
