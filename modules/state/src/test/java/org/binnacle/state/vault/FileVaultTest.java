package org.binnacle.state.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.FaultCode;
import org.binnacle.mysql.Secret;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileVaultTest {
  private static final Secret MASTER = secret("correct horse");
  private static final int FEW = 1_000; // the tests are not about the price of a guess
  @TempDir Path dir;
  private Path file = Path.of("");
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final Clock clock = Clock.systemUTC();

  @BeforeEach
  void place() {
    file = dir.resolve("vault");
  }

  @Test
  void aPasswordIsFoundAgainByAnotherVaultOnTheSameFile() throws IOException {
    vault("correct horse").keep("dba@db:3306", secret("s3cret-ö€"));
    FileVault other = vault("correct horse");
    assertThat(other.describe()).isEqualTo("encrypted file (locked)");
    assertThat(found(other, "dba@db:3306")).contains("s3cret-ö€");
    assertThat(other.describe()).isEqualTo("encrypted file (unlocked)");
    assertThat(found(other, "dba@elsewhere:3306")).isEmpty();
    other.forget("dba@db:3306");
    assertThat(found(vault("correct horse"), "dba@db:3306")).isEmpty();
    if (dir.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void noMasterPasswordIsAskedForWhereNothingIsKept() {
    var asked = new AtomicInteger();
    var vault =
        new FileVault(
            file,
            why -> {
              asked.incrementAndGet();
              return Optional.empty();
            },
            clock,
            FEW);
    assertThat(vault.find("dba@db:3306")).isEmpty();
    vault.forget("dba@db:3306");
    assertThat(asked).hasValue(0);
    refused(() -> vault.keep("a", secret("b")), VaultFaults.LOCKED);
    assertThat(asked).hasValue(1);
  }

  @Test
  void aWrongMasterPasswordIsAClearFaultAndFiveOfThemSlowDown() {
    vault("correct horse").keep("a", secret("b"));
    for (int i = 0; i < 5; i++) {
      refused(() -> vault("wrong horse").find("a"), VaultFaults.WRONG_MASTER);
    }
    // Each vault is a new one, as after a restart; even the right password must wait now.
    refused(() -> vault("correct horse").find("a"), VaultFaults.SLOW_DOWN);
    later(Duration.ofSeconds(4));
    refused(() -> vault("correct horse").find("a"), VaultFaults.SLOW_DOWN);
    later(Duration.ofSeconds(2));
    refused(() -> vault("wrong horse").find("a"), VaultFaults.WRONG_MASTER);
    later(Duration.ofSeconds(6));
    refused(() -> vault("correct horse").find("a"), VaultFaults.SLOW_DOWN);
    now = now.minus(Duration.ofDays(1)); // putting the clock back does not help
    refused(() -> vault("correct horse").find("a"), VaultFaults.SLOW_DOWN);
    later(Duration.ofDays(2));
    assertThat(found(vault("correct horse"), "a")).contains("b");
    refused(() -> vault("wrong horse").find("a"), VaultFaults.WRONG_MASTER);
    assertThat(found(vault("correct horse"), "a")).contains("b");
  }

  @Test
  void theWaitGrowsUpToAnHour() {
    assertThat(new Tries(4, now).wait(now)).isZero();
    assertThat(new Tries(5, now).wait(now)).isEqualTo(Duration.ofSeconds(5));
    assertThat(new Tries(7, now).wait(now)).isEqualTo(Duration.ofSeconds(20));
    assertThat(new Tries(500, now).wait(now)).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void theMasterPasswordCanBeChangedAlsoUnderAnotherOpenVault() {
    FileVault vault = vault("correct horse");
    vault.keep("a", secret("b"));
    FileVault open = vault("battery staple");
    refused(
        () -> vault.changeMaster(secret("not this one"), secret("battery staple")),
        VaultFaults.WRONG_MASTER);
    vault.changeMaster(MASTER, secret("battery staple"));
    assertThat(found(vault, "a")).contains("b");
    assertThat(found(open, "a")).contains("b");
    refused(() -> vault("correct horse").find("a"), VaultFaults.WRONG_MASTER);
    refused(
        () -> vault.changeMaster(secret("battery staple"), secret("short")),
        VaultFaults.WEAK_MASTER);
  }

  @Test
  void aLockedVaultAsksAgain() {
    FileVault vault = vault("correct horse");
    vault.unlock(MASTER);
    vault.keep("a", secret("b"));
    assertThat(vault.locked()).isFalse();
    vault.lock();
    assertThat(vault.locked()).isTrue();
    assertThat(found(vault, "a")).contains("b");
  }

  @Test
  void entriesCannotBeSwappedOrChangedInTheFile() throws IOException {
    FileVault vault = vault("correct horse");
    vault.keep("a", secret("one"));
    vault.keep("b", secret("two"));
    VaultFile content = VaultFile.read(file);
    var swapped = new java.util.TreeMap<String, byte[]>();
    swapped.put("a", entry(content, "b"));
    swapped.put("b", entry(content, "a"));
    content.with(swapped).write(file);
    refused(() -> vault("correct horse").find("a"), VaultFaults.DAMAGED);
  }

  @Test
  void brokenFilesAreToldAndNeverCrash() throws IOException {
    for (String text :
        new String[] {
          "",
          "nonsense\n",
          "binnacle-vault\n",
          "binnacle-vault 1\nkey pbkdf2-hmac-sha256 x y\n",
          "binnacle-vault 1\nentry\n",
          "binnacle-vault 1\ncheck !!!\n"
        }) {
      Files.writeString(file, text);
      refused(() -> vault("correct horse").find("a"), VaultFaults.DAMAGED);
    }
    Files.writeString(file, "binnacle-vault 2\n");
    refused(() -> vault("correct horse").find("a"), VaultFaults.NEWER);
  }

  @Test
  void theShippedCostIsAsAdvised() throws IOException {
    new FileVault(file, why -> Optional.of(secret("correct horse"))).keep("a", secret("b"));
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
        .contains("key pbkdf2-hmac-sha256 600000 ");
    assertThat(found(new FileVault(file, why -> Optional.of(secret("correct horse"))), "a"))
        .contains("b");
  }

  private FileVault vault(String master) {
    InstantSource source = () -> now;
    return new FileVault(
        file, why -> Optional.of(secret(master)), source.withZone(ZoneOffset.UTC), FEW);
  }

  private void later(Duration time) {
    now = now.plus(time);
  }

  private static byte[] entry(VaultFile content, String reference) {
    return java.util.Objects.requireNonNull(content.entries().get(reference));
  }

  private static Optional<String> found(FileVault vault, String reference) {
    return vault.find(reference).map(secret -> new String(secret.reveal()));
  }

  private static Secret secret(String text) {
    return new Secret(text.toCharArray());
  }

  private static void refused(ThrowingCallable call, FaultCode code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
  }
}
