package org.binnacle.inventory;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Server;

/// What a command line names: an inventory name, or `mysql://user@host:port?tls=verify-ca&ca=PATH`.
///
/// A name is unique and its case is ignored; the beginning of a single name will do. In the URL the
/// user is the present one where none is given (`mysql://host`, as the mysql client does), the port
/// 3306. Nothing before an `@` is refused: it is a shell's variable that was not set, and whoever
/// logs in as somebody else than was meant sees something else. Parameters are `tls` (as {@link
/// TlsMode}), `ca` and `public-key-retrieval`. A URL that fits an inventory entry in user, host and
/// port means that entry, so that its environment's safety holds.
final class Targets {
  private Targets() {}

  static Server resolve(String text, Snapshot now) {
    String wanted = text.strip();
    return wanted.contains("://") ? url(wanted, now) : named(wanted, now);
  }

  private static Server named(String wanted, Snapshot now) {
    var exact = now.named(wanted);
    if (exact.isPresent()) {
      return server(exact.get(), now);
    }
    String key = Snapshot.key(wanted);
    List<Instance> beginning =
        now.instances().stream()
            .filter(instance -> !key.isEmpty() && Snapshot.key(instance.name()).startsWith(key))
            .toList();
    if (beginning.size() == 1) {
      return server(beginning.getFirst(), now);
    }
    if (beginning.size() > 1) {
      throw new Fault(
          InventoryFaults.TARGET_AMBIGUOUS,
          wanted + " (" + list(beginning.stream().map(Instance::name).limit(5).toList()) + ")");
    }
    List<String> near = now.jump().near(wanted, 5);
    throw new Fault(
        InventoryFaults.TARGET_UNKNOWN,
        near.isEmpty() ? wanted : wanted + " (nearest: " + list(near) + ")");
  }

  private static Server url(String text, Snapshot now) {
    URI uri = parse(text);
    String userInfo = uri.getRawUserInfo();
    if (userInfo != null && userInfo.indexOf(':') >= 0) {
      throw passwordRefused(uri);
    }
    if (!"mysql".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
      throw new Fault(InventoryFaults.URL, shown(text));
    }
    String user = userInfo == null ? System.getProperty("user.name", "") : decode(userInfo);
    if (userInfo != null && user.isBlank()) {
      throw new Fault(InventoryFaults.URL, "no user before the @ of " + shown(text));
    }
    var draft =
        new InstanceDraft()
            .set(Field.HOST, uri.getHost())
            .set(Field.PORT, uri.getPort() < 0 ? "3306" : String.valueOf(uri.getPort()))
            .set(Field.USER, user);
    parameters(uri, draft);
    String name = Instance.address(draft.get(Field.HOST), Integer.parseInt(draft.get(Field.PORT)));
    Instance instance = draft.set(Field.NAME, name).build();
    InstanceCheck.check(instance, List.of())
        .values()
        .forEach(
            fault -> {
              throw fault;
            });
    return now.instances().stream()
        .filter(known -> sameAccount(known, instance) && uri.getRawQuery() == null)
        .findFirst()
        .map(known -> server(known, now))
        .orElseGet(() -> outside(instance, now));
  }

  /// With parameters of its own the connection is as the URL says, but the care is the entry's.
  private static Server outside(Instance instance, Snapshot now) {
    Environment environment =
        now.instances().stream()
            .filter(known -> known.address().equalsIgnoreCase(instance.address()))
            .findFirst()
            .map(known -> now.environment(known.environment()))
            .orElse(Environments.none());
    Instance placed = instance.draft().set(Field.ENVIRONMENT, environment.name()).build();
    return Servers.server(Servers.ref(instance.address(), placed, environment), placed);
  }

  private static boolean sameAccount(Instance known, Instance wanted) {
    return known.address().equalsIgnoreCase(wanted.address()) && known.user().equals(wanted.user());
  }

  private static void parameters(URI uri, InstanceDraft draft) {
    if (uri.getRawQuery() == null) {
      return;
    }
    for (String parameter : uri.getRawQuery().split("&")) {
      int equals = parameter.indexOf('=');
      String key = equals < 0 ? parameter : parameter.substring(0, equals);
      String value = equals < 0 ? "" : decode(parameter.substring(equals + 1));
      switch (key) {
        case "tls" -> draft.set(Field.TLS, value);
        case "ca" -> draft.set(Field.CA, value);
        case "public-key-retrieval" -> draft.set(Field.PUBLIC_KEY_RETRIEVAL, value);
        case "password" -> throw passwordRefused(uri);
        default -> throw new Fault(InventoryFaults.URL, "parameter " + key);
      }
    }
  }

  private static URI parse(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      // Without the cause: its message repeats the text, which may hold a password.
      throw new Fault(InventoryFaults.URL, shown(text));
    }
  }

  /// The text without what may be a password.
  private static String shown(String text) {
    return text.replaceFirst("://([^/@]*):[^/]*@", "://$1:...@").replaceFirst("\\?.*", "");
  }

  private static Fault passwordRefused(URI uri) {
    return new Fault(InventoryFaults.URL_PASSWORD, String.valueOf(uri.getHost()));
  }

  static String credential(Server server) {
    return Instance.defaultCredential(server.user(), server.host(), server.port());
  }

  private static Server server(Instance instance, Snapshot now) {
    return Servers.server(
        Servers.ref(instance.id().toString(), instance, now.environment(instance.environment())),
        instance);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String list(List<String> names) {
    return String.join(", ", names);
  }
}
