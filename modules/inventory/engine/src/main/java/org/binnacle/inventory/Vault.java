package org.binnacle.inventory;

import java.util.Optional;
import org.binnacle.mysql.Secret;

/// The port that keeps passwords: the keychain of the operating system, or a file encrypted under a
/// master password. The state module implements it.
public interface Vault {

  /// @param reference the {@link Instance#credential()}
  Optional<Secret> find(String reference);

  void keep(String reference, Secret secret);

  void forget(String reference);

  /// Such as "GNOME keyring" or "encrypted file (locked)".
  String describe();
}
