package org.binnacle.app.house;

import java.util.Optional;
import org.binnacle.state.vault.MasterPrompt;
import org.binnacle.state.vault.PasswordPrompt;

/// How the user is asked for what the vault does not know.
///
/// @param password empty where nobody can be asked
public record Asking(Optional<PasswordPrompt> password, MasterPrompt master) {

  /// Nobody is there: what is not in the environment or the vault is missing.
  public static Asking nobody() {
    return new Asking(Optional.empty(), MasterPrompt.nobody());
  }
}
