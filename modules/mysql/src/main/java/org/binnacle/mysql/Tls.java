package org.binnacle.mysql;

import java.nio.file.Path;
import java.util.Optional;

/// How a connection is encrypted, in the words of the server's own clients.
///
/// @param ca a PEM file of certificate authorities, for the VERIFY modes
/// @param publicKeyRetrieval whether an RSA key may be fetched from the server where there is no
///   TLS; off by default since an attacker in the middle can answer with his own
public record Tls(Mode mode, Optional<Path> ca, boolean publicKeyRetrieval) {

  /// The driver's `sslMode`.
  public enum Mode {
    DISABLED,
    PREFERRED,
    REQUIRED,
    VERIFY_CA,
    VERIFY_IDENTITY
  }

  public static Tls preferred() {
    return new Tls(Mode.PREFERRED, Optional.empty(), false);
  }
}
