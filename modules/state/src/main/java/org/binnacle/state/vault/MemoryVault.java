package org.binnacle.state.vault;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.binnacle.inventory.Vault;
import org.binnacle.mysql.Secret;

/// Passwords in memory until the program ends: for the demo, for tests and for what the user typed
/// without having it kept.
public final class MemoryVault implements Vault {
  private final Map<String, Secret> secrets = new ConcurrentHashMap<>();

  @Override
  public Optional<Secret> find(String reference) {
    return Optional.ofNullable(secrets.get(reference)).map(secret -> new Secret(secret.reveal()));
  }

  @Override
  public void keep(String reference, Secret secret) {
    secrets.put(reference, new Secret(secret.reveal()));
  }

  @Override
  public void forget(String reference) {
    secrets.remove(reference);
  }

  @Override
  public String describe() {
    return "memory (until the program ends)";
  }
}
