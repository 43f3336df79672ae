package org.binnacle.state.vault;

import java.util.Optional;
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

  /// Empty where the user gives none: the login is then tried without a password.
  Optional<Answer> ask(Server server, What what);
}
