package org.binnacle.state.vault;

import java.util.Optional;
import org.binnacle.kernel.Fault;
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

  /// The answer was not right (wrong, too short, or tried too often): whether the user is asked
  /// again. Who says yes may then answer nothing.
  default boolean again(Fault fault) {
    return false;
  }

  /// Nobody can be asked.
  static MasterPrompt nobody() {
    return why -> Optional.empty();
  }
}
