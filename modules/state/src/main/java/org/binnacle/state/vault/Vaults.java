package org.binnacle.state.vault;

import java.util.Map;
import java.util.Optional;
import org.binnacle.inventory.Vault;
import org.binnacle.mysql.Secret;
import org.binnacle.state.StateFolder;

/// Chooses where passwords rest.
public final class Vaults {
  /// The setting that chooses: `auto` (the default), `keychain` or `file`.
  public static final String SETTING = "vault.kind";

  private Vaults() {}

  /// With `auto`: the encrypted file where the state folder has one (it was chosen before), else
  /// the keychain where it answers, else a new encrypted file.
  ///
  /// The master password comes from `BINNACLE_MASTER_PASSWORD`, else from the prompt.
  public static Vault open(
      String kind, StateFolder folder, Map<String, String> environment, MasterPrompt prompt) {
    var file = new FileVault(folder.vault(), master(environment, prompt));
    if (kind.equals("file") || (!kind.equals("keychain") && file.exists())) {
      return file;
    }
    Optional<KeychainVault> keychain = KeychainVault.probe(environment);
    return keychain.isPresent() ? keychain.get() : file;
  }

  private static MasterPrompt master(Map<String, String> environment, MasterPrompt prompt) {
    String given = environment.getOrDefault("BINNACLE_MASTER_PASSWORD", "");
    return given.isEmpty() ? prompt : why -> Optional.of(new Secret(given.toCharArray()));
  }
}
