package org.binnacle.mysql.ssh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.List;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.ConnectFaults;

/// A known_hosts file: tells whether a host may be trusted. Read anew each time, never written.
final class KnownHosts {
  private final Path file;

  KnownHosts(Path file) {
    this.file = file;
  }

  /// The key types that the file has for a host, such as `ssh-ed25519`; these are asked for first,
  /// since a host has several keys and the file often one.
  List<String> types(String host, int port) {
    return entries(host, port).stream()
        .map(KnownHostEntry::getKeyEntry)
        .map(AuthorizedKeyEntry::getKeyType)
        .distinct()
        .toList();
  }

  /// @throws Fault where the host is unknown, its key another one, or revoked
  void check(String host, int port, PublicKey shown) {
    String who = "%s:%d, %s %s".formatted(host, port, KeyUtils.getKeyType(shown), print(shown));
    List<KnownHostEntry> entries = entries(host, port);
    boolean known = false;
    for (KnownHostEntry entry : entries) {
      boolean same = KeyUtils.compareKeys(key(entry), shown);
      if (same && "revoked".equals(entry.getMarker())) {
        throw new Fault(ConnectFaults.HOST_KEY_CHANGED, who + " is marked as revoked in " + file);
      }
      known |= same && entry.getMarker() == null;
    }
    if (known) {
      return;
    }
    if (entries.isEmpty()) {
      throw new Fault(ConnectFaults.HOST_KEY_UNKNOWN, who + " is not in " + file);
    }
    String had =
        String.join(", ", entries.stream().map(entry -> print(key(entry))).distinct().toList());
    throw new Fault(ConnectFaults.HOST_KEY_CHANGED, who + ", but " + file + " has " + had);
  }

  private static String print(PublicKey key) {
    return KeyUtils.getFingerPrint(key);
  }

  private List<KnownHostEntry> entries(String host, int port) {
    if (!Files.isReadable(file)) {
      return List.of();
    }
    try {
      return KnownHostEntry.readKnownHostEntries(file).stream()
          .filter(entry -> entry.getKeyEntry() != null && entry.isHostMatch(host, port))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PublicKey key(KnownHostEntry entry) {
    try {
      return entry.getKeyEntry().resolvePublicKey(null, PublicKeyEntryResolver.IGNORING);
    } catch (IOException | GeneralSecurityException e) {
      throw new Fault(ConnectFaults.TUNNEL, "known_hosts cannot be read: " + e.getMessage(), e);
    }
  }
}
