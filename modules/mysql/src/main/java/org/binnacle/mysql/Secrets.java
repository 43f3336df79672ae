package org.binnacle.mysql;

import java.util.Optional;

/// Where passwords come from at the moment of connecting. May block (keychain, prompt); never
/// called on the FX thread. The caller closes what it gets.
public interface Secrets {

  /// The password of the server's account; empty for an account without one.
  Optional<Secret> password(Server server);

  /// The pass phrase of the tunnel's key, or the tunnel account's password.
  Optional<Secret> tunnel(Server server);
}
