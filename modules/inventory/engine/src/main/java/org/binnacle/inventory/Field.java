package org.binnacle.inventory;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// The fields of an {@link Instance} as texts: for forms, files, selectors, grouping and `fleet
/// edit`. The keys are stable: they stand in exported files.
public enum Field {
  NAME,
  HOST,
  PORT,
  USER,
  CREDENTIAL,
  TLS,
  CA,
  PUBLIC_KEY_RETRIEVAL,
  TUNNEL_HOST,
  TUNNEL_PORT,
  TUNNEL_USER,
  TUNNEL_KEY,
  TUNNEL_KNOWN_HOSTS,
  ENVIRONMENT,
  CLUSTER,
  BUSINESS,
  REGION,
  ROLE,
  TAGS,
  NOTE;

  /// The field's value as text; empty where it is not set. Tags are joined by commas.
  public String of(Instance instance) {
    return switch (this) {
      case NAME -> instance.name();
      case HOST -> instance.host();
      case PORT -> String.valueOf(instance.port());
      case USER -> instance.user();
      case CREDENTIAL -> instance.credential();
      case TLS -> instance.tls().name();
      case CA -> instance.ca();
      case PUBLIC_KEY_RETRIEVAL -> instance.publicKeyRetrieval() ? "true" : "false";
      case TUNNEL_HOST -> tunnel(instance, SshTunnel::host);
      case TUNNEL_PORT -> tunnel(instance, tunnel -> String.valueOf(tunnel.port()));
      case TUNNEL_USER -> tunnel(instance, SshTunnel::user);
      case TUNNEL_KEY -> tunnel(instance, SshTunnel::key);
      case TUNNEL_KNOWN_HOSTS -> tunnel(instance, SshTunnel::knownHosts);
      case ENVIRONMENT -> instance.environment();
      case CLUSTER -> instance.cluster();
      case BUSINESS -> instance.business();
      case REGION -> instance.region();
      case ROLE -> instance.role();
      case TAGS -> String.join(",", instance.tags());
      case NOTE -> instance.note();
    };
  }

  /// Such as `tunnel-known-hosts`.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The field of a key; also `env` and `tag`, ignoring case.
  public static Optional<Field> of(String key) {
    String wanted = key.toLowerCase(Locale.ROOT);
    if (wanted.equals("env")) {
      return Optional.of(ENVIRONMENT);
    }
    if (wanted.equals("tag")) {
      return Optional.of(TAGS);
    }
    for (Field field : values()) {
      if (field.key().equals(wanted)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  private static String tunnel(Instance instance, Function<SshTunnel, String> reader) {
    return instance.tunnel().map(reader).orElse("");
  }
}
