package org.binnacle.state.vault;

import java.util.Optional;
import org.binnacle.mysql.Secret;

/// Asks the user for the master password. May block; never called on the FX thread. The vault
/// closes the answer.
@FunctionalInterface
public interface MasterPrompt {

  /// Why it is asked for.
  enum Why {
    /// There is no vault yet: the answer becomes its master password.
    FIRST,
    /// To open the vault.
    UNLOCK
  }

  /// Empty where the user gives none.
  Optional<Secret> ask(Why why);

  /// Nobody can be asked.
  static MasterPrompt nobody() {
    return why -> Optional.empty();
  }
}
