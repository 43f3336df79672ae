package org.binnacle.state.vault;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.binnacle.inventory.Vault;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Passwords in the keychain of the operating system: Keychain, Credential Manager, Secret Service
/// or KWallet. Its API hands out texts, so a copy of a password stays in memory until collected.
public final class KeychainVault implements Vault {
  private static final Logger LOG = LoggerFactory.getLogger(KeychainVault.class);
  private static final String SERVICE = "Binnacle";
  private static final Duration PROBE = Duration.ofSeconds(2);

  /// Long enough for the user to answer the keychain's own dialog.
  private static final Duration CALL = Duration.ofSeconds(60);

  private final Keyring keyring;

  private KeychainVault(Keyring keyring) {
    this.keyring = keyring;
  }

  /// The keychain where there is one that answers within two seconds.
  public static Optional<KeychainVault> probe(Map<String, String> environment) {
    if (!hasBus(environment)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Limited.call(PROBE, KeychainVault::answering));
    } catch (TimeoutException e) {
      LOG.info("the keychain does not answer within {}; using the encrypted file", PROBE);
      return Optional.empty();
    } catch (ExecutionException e) {
      LOG.info("no keychain: {}", String.valueOf(e.getCause()));
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public Optional<Secret> find(String reference) {
    return call(
        () -> {
          try {
            return Optional.of(new Secret(keyring.getPassword(SERVICE, reference).toCharArray()));
          } catch (PasswordAccessException e) {
            return Optional.empty(); // the library's word for "there is none"
          }
        });
  }

  @Override
  public void keep(String reference, Secret secret) {
    call(
        () -> {
          keyring.setPassword(SERVICE, reference, new String(secret.reveal()));
          return true;
        });
  }

  @Override
  public void forget(String reference) {
    call(
        () -> {
          try {
            keyring.deletePassword(SERVICE, reference);
          } catch (PasswordAccessException e) {
            LOG.debug("nothing to forget in the keychain");
          }
          return true;
        });
  }

  @Override
  public String describe() {
    return "keychain of this system (" + keyring.getKeyringStorageType() + ")";
  }

  private static <T> T call(Callable<T> work) {
    try {
      return Limited.call(CALL, work);
    } catch (TimeoutException e) {
      throw new Fault(VaultFaults.KEYCHAIN, "no answer within " + CALL.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      // The library's messages name the service and the account, never the password.
      throw new Fault(VaultFaults.KEYCHAIN, String.valueOf(e.getCause()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(Fault.CANCELLED, "keychain", e);
    }
  }

  /// A locked collection opens a dialog at the first read: a read is the only honest probe.
  private static KeychainVault answering() throws BackendNotSupportedException {
    Keyring keyring = Keyring.create();
    try {
      keyring.getPassword(SERVICE, "probe");
    } catch (PasswordAccessException e) {
      LOG.debug("the keychain answers");
    }
    return new KeychainVault(keyring);
  }

  /// Without a session bus there is no keychain on Linux; asking for one would start processes.
  private static boolean hasBus(Map<String, String> environment) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.startsWith("mac") || system.startsWith("windows")) {
      return true;
    }
    String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
    return !environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "").isEmpty()
        || (!runtime.isEmpty() && Files.exists(Path.of(runtime, "bus")));
  }
}
