package org.binnacle.state.vault;

import java.util.Optional;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Secret;
import org.binnacle.mysql.Server;

/// Asks the user for a password at the moment of connecting. May block; never called on the FX
/// thread, and for one server after the other.
@FunctionalInterface
public interface PasswordPrompt {

  /// What the password opens.
  enum What {
    ACCOUNT,
    TUNNEL
  }

  /// @param keep whether the vault shall keep it
  record Answer(Secret secret, boolean keep) {}

  /// Whether the user is asked for this server's password. False: the vault alone decides.
  ///
  /// @throws Fault with {@link VaultFaults#NOT_GIVEN} where it is to be left alone
  default boolean asks(Server server) {
    return true;
  }

  /// Empty where the user gives none: the login is then tried without a password.
  Optional<Answer> ask(Server server, What what);
}
