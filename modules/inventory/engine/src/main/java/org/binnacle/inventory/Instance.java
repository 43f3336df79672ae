package org.binnacle.inventory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One server of the fleet, without any secret. Texts that are not set are empty. Made and changed
/// through an {@link InstanceDraft}.
///
/// @param name unique in the inventory, ignoring case
/// @param host a name, an IPv4 address or an IPv6 address without brackets
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

  /// A new instance with nothing but the way to it; TLS preferred.
  public static Instance at(String name, String host, int port, String user) {
    return new InstanceDraft()
        .set(Field.NAME, name)
        .set(Field.HOST, host)
        .set(Field.PORT, String.valueOf(port))
        .set(Field.USER, user)
        .build();
  }

  /// A draft with these values and the same id, to be changed and built again.
  public InstanceDraft draft() {
    return new InstanceDraft(this);
  }

  /// `host:port`, an IPv6 host in brackets.
  public String address() {
    return address(host, port);
  }

  static String address(String host, int port) {
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
  }

  /// `user@host:port`, the reference under which the vault keeps the password unless the instance
  /// names another.
  public static String defaultCredential(String user, String host, int port) {
    return user + "@" + address(host, port);
  }
}
