package org.binnacle.mysql.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.ConnectFaults;
import org.jspecify.annotations.Nullable;

/// Key stores for the driver, made of PEM files of certificate authorities. They hold nothing
/// secret; the directory is this user's only, so that nobody else can exchange one.
final class TrustStores implements AutoCloseable {
  private final Map<Path, Made> made = new HashMap<>();
  private @Nullable Path folder;

  record Store(Path file, String password) {}

  private record Made(FileTime changed, Store store) {}

  /// The store for a PEM file; made anew where the file has changed.
  ///
  /// @throws Fault with {@link ConnectFaults#TLS} where the file cannot be read
  synchronized Optional<Store> of(Optional<Path> pem) {
    if (pem.isEmpty()) {
      return Optional.empty();
    }
    try {
      FileTime changed = Files.getLastModifiedTime(pem.get());
      Made present = made.get(pem.get());
      if (present == null || !present.changed().equals(changed)) {
        present = new Made(changed, make(pem.get()));
        made.put(pem.get(), present);
      }
      return Optional.of(present.store());
    } catch (IOException | GeneralSecurityException e) {
      throw new Fault(ConnectFaults.TLS, "the CA file " + pem.get() + " cannot be read: " + e, e);
    }
  }

  private Store make(Path pem) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    int count = 0;
    try (InputStream in = Files.newInputStream(pem)) {
      for (Certificate ca : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("ca" + count++, ca);
      }
    }
    if (count == 0) {
      throw new IOException("it holds no certificate");
    }
    Path home = folder;
    if (home == null) {
      home = Files.createTempDirectory("binnacle-ca");
      folder = home;
    }
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    String password = HexFormat.of().formatHex(random);
    Path file = Files.createTempFile(home, "ca", ".p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, password.toCharArray());
    }
    return new Store(file, password);
  }

  @Override
  public synchronized void close() {
    Path home = folder;
    folder = null;
    if (home == null) {
      return;
    }
    made.clear();
    try (Stream<Path> files = Files.list(home)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(home);
    } catch (IOException e) {
      // Certificates in a temporary folder: the system clears them.
    }
  }
}
