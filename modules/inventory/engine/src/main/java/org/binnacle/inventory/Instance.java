package org.binnacle.inventory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One server of the fleet, without any secret. Texts that are not set are empty.
///
/// @param name unique in the inventory, ignoring case
/// @param credential names the entry of the vault that holds the password; by default
///   `user@host:port`
/// @param ca path of a PEM file for the VERIFY modes
/// @param publicKeyRetrieval allow fetching the server's RSA key where there is no TLS
/// @param environment name of an {@link Environment}
/// @param role as the user or discovery says: source, replica, backup, ...
/// @param tags `key` or `key=value`, sorted, unique
public record Instance(
    UUID id,
    String name,
    String host,
    int port,
    String user,
    String credential,
    TlsMode tls,
    String ca,
    boolean publicKeyRetrieval,
    Optional<SshTunnel> tunnel,
    String environment,
    String cluster,
    String business,
    String region,
    String role,
    List<String> tags,
    String note) {

  public Instance {
    tags =
        tags.stream().map(String::strip).filter(tag -> !tag.isEmpty()).distinct().sorted().toList();
  }

  public String address() {
    return host + ":" + port;
  }
}
