package org.binnacle.state.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.binnacle.inventory.Vault;
import org.binnacle.mysql.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/// The keychain of the desktop that this runs on, for real. Only where there is one:
/// `dbus-run-session -- sh -c 'echo pw | gnome-keyring-daemon --unlock --components=secrets; mvn
/// -Pwindow-system verify -pl modules/state -am'`.
@Tag("window-system")
@EnabledIfEnvironmentVariable(
    named = "DBUS_SESSION_BUS_ADDRESS",
    matches = ".+",
    disabledReason = "needs a desktop session with a keychain")
class KeychainVaultTest {
  private final String reference = "binnacle-test-" + UUID.randomUUID() + "@db:3306";
  private Vault vault;

  @BeforeEach
  void open() {
    vault = KeychainVault.probe(System.getenv()).orElseThrow();
  }

  @AfterEach
  void forget() {
    vault.forget(reference);
  }

  @Test
  void whatIsKeptIsFoundByAnotherAndGoneWhenForgotten() {
    vault.keep(reference, new Secret("pä'ss \"w\\ord".toCharArray()));
    assertThat(found(KeychainVault.probe(System.getenv()).orElseThrow()))
        .contains("pä'ss \"w\\ord");
    vault.keep(reference, new Secret("another".toCharArray()));
    assertThat(found(vault)).contains("another");
    vault.forget(reference);
    assertThat(found(vault)).isEmpty();
    vault.forget(reference);
  }

  @Test
  void withoutABusThereIsNone() {
    assertThat(KeychainVault.probe(Map.of("PATH", "/usr/bin"))).isEmpty();
  }

  private Optional<String> found(Vault in) {
    return in.find(reference).map(secret -> new String(secret.reveal()));
  }
}
