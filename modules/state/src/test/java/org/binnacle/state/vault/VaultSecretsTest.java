package org.binnacle.state.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.binnacle.inventory.Vault;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.Secret;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Tls;
import org.binnacle.state.StateFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultSecretsTest {
  private static final Server SERVER =
      new Server(
          new InstanceRef("1", "db", "db:3306", "", "grey", Safety.CAREFUL, ""),
          "db",
          3306,
          "dba",
          Tls.preferred(),
          Optional.empty());
  private final MemoryVault vault = new MemoryVault();
  private final AtomicInteger asked = new AtomicInteger();
  @TempDir Path dir;

  @Test
  void whatIsSaidForTheCommandComesBeforeTheVaultAndThatBeforeThePrompt() {
    vault.keep("dba@db:3306", new Secret("kept".toCharArray()));
    assertThat(password(secrets(vault, Map.of("BINNACLE_PASSWORD", "said")))).contains("said");
    assertThat(password(secrets(vault, Map.of("BINNACLE_PASSWORD", "")))).contains("");
    assertThat(password(secrets(vault, Map.of()))).contains("kept");
    vault.forget("dba@db:3306");
    assertThat(asked).hasValue(0);
    assertThat(password(secrets(vault, Map.of()))).contains("typed");
    assertThat(asked).hasValue(1);
  }

  @Test
  void whatWasTypedIsRememberedUntilItIsRefused() {
    VaultSecrets secrets = secrets(vault, Map.of());
    password(secrets);
    password(secrets);
    assertThat(asked).hasValue(1);
    secrets.refused(SERVER);
    password(secrets);
    assertThat(asked).hasValue(2);
    assertThat(vault.find("dba@db:3306").map(secret -> new String(secret.reveal())))
        .contains("typed");
  }

  @Test
  void aLockedVaultIsNoReasonToFailWhereSomebodyCanBeAsked() {
    Vault locked =
        new Vault() {
          @Override
          public Optional<Secret> find(String reference) {
            throw new Fault(VaultFaults.LOCKED, "");
          }

          @Override
          public void keep(String reference, Secret secret) {}

          @Override
          public void forget(String reference) {}

          @Override
          public String describe() {
            return "locked";
          }
        };
    assertThat(password(secrets(locked, Map.of()))).contains("typed");
  }

  @Test
  void withoutASessionBusThereIsNoKeychainAndTheFileIsUsed() {
    if (System.getProperty("os.name", "").startsWith("Linux")) {
      assertThat(KeychainVault.probe(Map.of())).isEmpty();
      Vault chosen = Vaults.open("auto", StateFolder.at(dir), Map.of(), MasterPrompt.nobody());
      assertThat(chosen.describe()).isEqualTo("encrypted file (empty)");
    }
  }

  @Test
  void aKeychainThatNeverAnswersIsGivenUpAfterTheLimit() throws Exception {
    var released = new java.util.concurrent.CountDownLatch(1);
    assertThatThrownBy(
            () ->
                Limited.call(
                    java.time.Duration.ofMillis(50),
                    () -> {
                      released.await();
                      return 1;
                    }))
        .isInstanceOf(java.util.concurrent.TimeoutException.class);
    released.countDown();
    assertThat(Limited.call(java.time.Duration.ofSeconds(60), () -> 1)).isEqualTo(1);
  }

  private VaultSecrets secrets(Vault from, Map<String, String> environment) {
    return new VaultSecrets(
        from,
        server -> "dba@db:3306",
        environment,
        Optional.of(
            (server, what) -> {
              asked.incrementAndGet();
              return Optional.of(
                  new PasswordPrompt.Answer(new Secret("typed".toCharArray()), true));
            }));
  }

  private static Optional<String> password(VaultSecrets secrets) {
    return secrets.password(SERVER).map(secret -> new String(secret.reveal()));
  }
}
