package org.binnacle.state.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.binnacle.kernel.Fault;

/// What the vault's file holds: lines of text, everything secret in them sealed.
///
/// ```
/// binnacle-vault 1
/// key pbkdf2-hmac-sha256 600000 SALT
/// tries 0 0
/// check SEALED
/// entry REFERENCE SEALED
/// ```
///
/// @param salt in base64
/// @param check a known text sealed under the key, in base64: tells whether a key is right
record VaultFile(
    int iterations, String salt, Tries tries, String check, Map<String, byte[]> entries) {
  private static final String KDF = "pbkdf2-hmac-sha256";
  private static final long LARGEST = 64L << 20;

  VaultFile {
    entries = new TreeMap<>(entries);
  }

  VaultFile with(Tries other) {
    return new VaultFile(iterations, salt, other, check, entries);
  }

  VaultFile with(Map<String, byte[]> others) {
    return new VaultFile(iterations, salt, tries, check, others);
  }

  static VaultFile read(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new Fault(VaultFaults.DAMAGED, file + " is too large");
    }
    int iterations = 0;
    String salt = "";
    String check = "";
    Tries tries = Tries.none();
    var entries = new TreeMap<String, byte[]>();
    int number = 0;
    for (String line : Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList()) {
      number++;
      String[] words = line.split(" ");
      try {
        switch (words[0]) {
          case "binnacle-vault" -> {
            if (!words[1].equals("1")) {
              throw new Fault(VaultFaults.NEWER, file + " has version " + words[1]);
            }
          }
          case "key" -> {
            if (!words[1].equals(KDF)) {
              throw new Fault(VaultFaults.NEWER, file + " uses " + words[1]);
            }
            iterations = Integer.parseInt(words[2]);
            salt = encode(decode(words[3]));
          }
          case "tries" ->
              tries =
                  new Tries(
                      Integer.parseInt(words[1]), Instant.ofEpochMilli(Long.parseLong(words[2])));
          case "check" -> check = encode(decode(words[1]));
          case "entry" ->
              entries.put(new String(decode(words[1]), StandardCharsets.UTF_8), decode(words[2]));
          default -> throw new IllegalArgumentException();
        }
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
        throw new Fault(VaultFaults.DAMAGED, file + " line " + number, e);
      }
    }
    if (iterations < 1 || iterations > 100_000_000 || salt.isEmpty() || check.isEmpty()) {
      throw new Fault(VaultFaults.DAMAGED, file + " is not whole");
    }
    return new VaultFile(iterations, salt, tries, check, entries);
  }

  /// Replaces the file in one step; it is readable by its owner alone.
  void write(Path file) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".writing");
    Files.deleteIfExists(fresh);
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    FileAttribute<?>[] owner =
        file.getFileSystem().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try (FileChannel channel = FileChannel.open(fresh, options, owner)) {
      ByteBuffer bytes = StandardCharsets.ISO_8859_1.encode(text());
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private String text() {
    var lines = new StringBuilder("binnacle-vault 1\n");
    lines.append("key " + KDF + " ").append(iterations).append(' ').append(salt);
    lines.append("\ntries ").append(tries.wrong()).append(' ').append(tries.last().toEpochMilli());
    lines.append("\ncheck ").append(check).append('\n');
    entries.forEach(
        (reference, closed) ->
            lines
                .append("entry ")
                .append(encode(reference.getBytes(StandardCharsets.UTF_8)))
                .append(' ')
                .append(encode(closed))
                .append('\n'));
    return lines.toString();
  }

  static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  static byte[] decode(String text) {
    return Base64.getDecoder().decode(text);
  }
}
