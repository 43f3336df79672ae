package org.binnacle.app.cli;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.binnacle.inventory.Field;
import org.binnacle.inventory.InstanceDraft;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of `fleet add` and `fleet edit`: one for each field of an instance. What is not
/// given stays as it is; an empty value clears.
final class FieldOptions {
  @Option(names = "--host", paramLabel = "HOST", description = "Name or address of the server.")
  @Nullable String host;

  @Option(names = "--port", paramLabel = "PORT", description = "3306 where nothing is said.")
  @Nullable String port;

  @Option(names = "--user", paramLabel = "USER", description = "The account to log in with.")
  @Nullable String user;

  @Option(
      names = "--credential",
      paramLabel = "REF",
      description = "The vault's entry of its password (default: user@host:port).")
  @Nullable String credential;

  @Option(
      names = "--tls",
      paramLabel = "MODE",
      description = "disabled, preferred, required, verify-ca or verify-identity.")
  @Nullable String tls;

  @Option(names = "--ca", paramLabel = "FILE", description = "PEM file, for the verify modes.")
  @Nullable String ca;

  @Option(
      names = "--public-key-retrieval",
      paramLabel = "true|false",
      description = "Fetch the server's RSA key where there is no TLS.")
  @Nullable String publicKeyRetrieval;

  @Option(
      names = "--tunnel",
      paramLabel = "[USER@]HOST[:PORT]",
      description = "An SSH host to go through.")
  @Nullable String tunnel;

  @Option(names = "--tunnel-key", paramLabel = "FILE", description = "Private key for it.")
  @Nullable String tunnelKey;

  @Option(names = "--tunnel-known-hosts", paramLabel = "FILE", description = "Its known_hosts.")
  @Nullable String tunnelKnownHosts;

  @Option(
      names = {"--environment", "--env"},
      paramLabel = "NAME",
      description = "production, staging, test, development, demo, or one of your own.")
  @Nullable String environment;

  @Option(names = "--cluster", paramLabel = "NAME", description = "Replicates with its cluster.")
  @Nullable String cluster;

  @Option(names = "--business", paramLabel = "NAME", description = "What it serves.")
  @Nullable String business;

  @Option(names = "--region", paramLabel = "NAME", description = "Where it stands.")
  @Nullable String region;

  @Option(names = "--role", paramLabel = "NAME", description = "source, replica, backup, ...")
  @Nullable String role;

  @Option(names = "--tag", paramLabel = "TAG", description = "key or key=value; may be repeated.")
  @Nullable List<String> tags;

  @Option(names = "--note", paramLabel = "TEXT", description = "Anything worth knowing.")
  @Nullable String note;

  /// Puts what was given into a draft.
  void into(InstanceDraft draft) {
    given().forEach(draft::set);
    String via = tunnel;
    if (via != null) {
      int at = via.lastIndexOf('@');
      String place = via.substring(at + 1);
      int colon = place.lastIndexOf(':');
      boolean port = colon > 0 && (place.indexOf(':') == colon || place.startsWith("["));
      draft.set(Field.TUNNEL_USER, at < 0 ? "" : via.substring(0, at));
      draft.set(Field.TUNNEL_HOST, port ? place.substring(0, colon) : place);
      draft.set(Field.TUNNEL_PORT, port ? place.substring(colon + 1) : "");
    }
  }

  boolean isEmpty() {
    return given().isEmpty() && tunnel == null;
  }

  private Map<Field, String> given() {
    var given = new EnumMap<Field, String>(Field.class);
    put(given, Field.HOST, host);
    put(given, Field.PORT, port);
    put(given, Field.USER, user);
    put(given, Field.CREDENTIAL, credential);
    put(given, Field.TLS, tls);
    put(given, Field.CA, ca);
    put(
        given,
        Field.PUBLIC_KEY_RETRIEVAL,
        publicKeyRetrieval == null ? null : publicKeyRetrieval.toLowerCase(Locale.ROOT));
    put(given, Field.TUNNEL_KEY, tunnelKey);
    put(given, Field.TUNNEL_KNOWN_HOSTS, tunnelKnownHosts);
    put(given, Field.ENVIRONMENT, environment);
    put(given, Field.CLUSTER, cluster);
    put(given, Field.BUSINESS, business);
    put(given, Field.REGION, region);
    put(given, Field.ROLE, role);
    put(given, Field.TAGS, tags == null ? null : String.join(",", tags));
    put(given, Field.NOTE, note);
    return given;
  }

  private static void put(Map<Field, String> given, Field field, @Nullable String value) {
    if (value != null) {
      given.put(field, value);
    }
  }
}
