package org.binnacle.state.vault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.SecretKey;
import org.binnacle.inventory.Vault;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.FaultCode;
import org.binnacle.mysql.Secret;
import org.jspecify.annotations.Nullable;

/// Passwords in a file, each sealed under a key made of a master password. Several processes may
/// use the file at once. The master password is asked for when it is first needed.
public final class FileVault implements Vault {
  private static final String CHECK = "binnacle vault check";
  private static final int SHORTEST_MASTER = 8;
  private static final Set<FaultCode> REPEATED =
      Set.of(VaultFaults.WRONG_MASTER, VaultFaults.SLOW_DOWN, VaultFaults.WEAK_MASTER);
  private final Path file;
  private final MasterPrompt prompt;
  private final Clock clock;
  private final int iterations;
  private @Nullable SecretKey key;
  // The salt that the key was made with: another one in the file means that another process has
  // changed the master password.
  private String keySalt = "";

  public FileVault(Path file, MasterPrompt prompt) {
    this(file, prompt, Clock.systemUTC(), Seal.ITERATIONS);
  }

  FileVault(Path file, MasterPrompt prompt, Clock clock, int iterations) {
    this.file = file;
    this.prompt = prompt;
    this.clock = clock;
    this.iterations = iterations;
  }

  @Override
  public synchronized Optional<Secret> find(String reference) {
    return alone(
        () -> {
          if (!Files.exists(file)) {
            return Optional.empty();
          }
          VaultFile content = VaultFile.read(file);
          byte[] closed = content.entries().get(reference);
          if (closed == null) {
            return Optional.empty(); // no need to ask for the master password
          }
          return Optional.of(opened(open(content), closed, reference));
        });
  }

  @Override
  public synchronized void keep(String reference, Secret secret) {
    alone(
        () -> {
          VaultFile content =
              Files.exists(file)
                  ? VaultFile.read(file)
                  : asking(MasterPrompt.Why.FIRST, this::create);
          SecretKey opened = open(content);
          Map<String, byte[]> entries = new TreeMap<>(VaultFile.read(file).entries());
          entries.put(reference, Seal.close(opened, secret.reveal(), entry(reference)));
          VaultFile.read(file).with(entries).write(file);
          return true;
        });
  }

  /// Needs no master password.
  @Override
  public synchronized void forget(String reference) {
    alone(
        () -> {
          if (Files.exists(file)) {
            VaultFile content = VaultFile.read(file);
            Map<String, byte[]> entries = new TreeMap<>(content.entries());
            if (entries.remove(reference) != null) {
              content.with(entries).write(file);
            }
          }
          return true;
        });
  }

  /// Opens the vault with this master password, or makes it where there is none. The caller closes
  /// the secret.
  ///
  /// @throws Fault with {@link VaultFaults#WRONG_MASTER} or {@link VaultFaults#SLOW_DOWN}
  public synchronized void unlock(Secret master) {
    alone(
        () -> {
          if (Files.exists(file)) {
            tried(VaultFile.read(file), master);
          } else {
            create(copy(master));
          }
          return true;
        });
  }

  /// Forgets the key; the next use asks for the master password.
  public synchronized void lock() {
    key = null;
    keySalt = "";
  }

  public synchronized boolean locked() {
    return key == null;
  }

  public boolean exists() {
    return Files.exists(file);
  }

  /// Seals everything anew under another master password, all or nothing.
  public synchronized void changeMaster(Secret present, Secret next) {
    strong(next);
    alone(
        () -> {
          VaultFile content = VaultFile.read(file);
          SecretKey old = tried(content, present);
          String salt = VaultFile.encode(Seal.salt());
          SecretKey fresh = key(next, salt, iterations);
          var entries = new TreeMap<String, byte[]>();
          content
              .entries()
              .forEach(
                  (reference, closed) -> {
                    try (Secret secret = opened(old, closed, reference)) {
                      entries.put(reference, Seal.close(fresh, secret.reveal(), entry(reference)));
                    }
                  });
          new VaultFile(iterations, salt, Tries.none(), check(fresh), entries).write(file);
          use(fresh, salt);
          return true;
        });
  }

  @Override
  public synchronized String describe() {
    return "encrypted file" + (exists() ? (locked() ? " (locked)" : " (unlocked)") : " (empty)");
  }

  private SecretKey open(VaultFile content) throws IOException {
    SecretKey present = key;
    if (present != null && keySalt.equals(content.salt())) {
      return present;
    }
    // Before anybody is asked: an answer would be refused anyway.
    try {
      mayTry(content);
    } catch (Fault fault) {
      if (!prompt.again(fault)) {
        throw fault;
      }
    }
    // Read for each try, which counts itself in the file.
    return asking(MasterPrompt.Why.UNLOCK, master -> tried(VaultFile.read(file), master));
  }

  /// Asks until the answer is right or the prompt gives up.
  private <T> T asking(MasterPrompt.Why why, Opening<T> opening) throws IOException {
    while (true) {
      try (Secret master = asked(why)) {
        return opening.with(master);
      } catch (Fault fault) {
        if (!REPEATED.contains(fault.code()) || !prompt.again(fault)) {
          throw fault;
        }
      }
    }
  }

  private interface Opening<T> {
    T with(Secret master) throws IOException;
  }

  /// Counts the try before it looks: killing the program at the right moment gains nothing.
  private SecretKey tried(VaultFile content, Secret master) {
    mayTry(content);
    try {
      VaultFile counted = content.with(content.tries().another(clock.instant()));
      counted.write(file);
      SecretKey made = key(master, content.salt(), content.iterations());
      if (Seal.open(made, VaultFile.decode(content.check()), CHECK).isEmpty()) {
        lock();
        throw new Fault(VaultFaults.WRONG_MASTER, "try " + counted.tries().wrong());
      }
      content.with(Tries.none()).write(file);
      use(made, content.salt());
      return made;
    } catch (IOException e) {
      throw new Fault(VaultFaults.FILE, String.valueOf(e.getMessage()), e);
    }
  }

  private void mayTry(VaultFile content) {
    Duration wait = content.tries().wait(clock.instant());
    if (!wait.isZero()) {
      throw new Fault(
          VaultFaults.SLOW_DOWN,
          content.tries().wrong() + " tries; wait " + (wait.toMillis() + 999) / 1000 + " s");
    }
  }

  private VaultFile create(Secret master) throws IOException {
    try (master) {
      strong(master);
      String salt = VaultFile.encode(Seal.salt());
      SecretKey made = key(master, salt, iterations);
      var content = new VaultFile(iterations, salt, Tries.none(), check(made), Map.of());
      content.write(file);
      use(made, salt);
      return content;
    }
  }

  private void use(SecretKey made, String salt) {
    key = made;
    keySalt = salt;
  }

  private Secret asked(MasterPrompt.Why why) {
    return prompt
        .ask(why)
        .orElseThrow(() -> new Fault(VaultFaults.LOCKED, "no master password was given"));
  }

  private static SecretKey key(Secret master, String salt, int iterations) {
    return Seal.key(master.reveal(), VaultFile.decode(salt), iterations);
  }

  private static String check(SecretKey key) {
    return VaultFile.encode(Seal.close(key, CHECK.toCharArray(), CHECK));
  }

  private Secret opened(SecretKey opened, byte[] closed, String reference) {
    char[] text =
        Seal.open(opened, closed, entry(reference))
            .orElseThrow(() -> new Fault(VaultFaults.DAMAGED, file + " entry " + reference));
    try {
      return new Secret(text);
    } finally {
      Arrays.fill(text, '\0');
    }
  }

  private static String entry(String reference) {
    return "binnacle vault entry " + reference;
  }

  private static void strong(Secret master) {
    if (master.reveal().length < SHORTEST_MASTER) {
      throw new Fault(VaultFaults.WEAK_MASTER, master.reveal().length + " characters");
    }
  }

  private static Secret copy(Secret secret) {
    return new Secret(secret.reveal());
  }

  private interface FileWork<T> {
    T run() throws IOException;
  }

  /// Runs work while no other process or vault of this process uses the file.
  private <T> T alone(FileWork<T> work) {
    Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
    try (FileChannel channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = taken(channel)) {
      if (!lock.isValid()) {
        throw new IOException("the lock was lost");
      }
      return work.run();
    } catch (IOException e) {
      throw new Fault(VaultFaults.FILE, String.valueOf(e.getMessage()), e);
    }
  }

  private static FileLock taken(FileChannel channel) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (System.nanoTime() < end) {
      try {
        return channel.lock();
      } catch (OverlappingFileLockException e) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10)); // held inside this process
      }
    }
    throw new IOException("the vault is in use");
  }
}
