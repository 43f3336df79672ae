package org.binnacle.inventory.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.binnacle.inventory.Field;
import org.binnacle.inventory.InstanceDraft;
import org.binnacle.mysql.Secret;

/// Connections of `~/.my.cnf`: the groups that clients read (`client`, `client_shop`, `mysql`,
/// ...), each with what `[client]` says for all. A group that names no host, port or user is none.
final class MyCnf {
  private static final Set<String> CONNECTS = Set.of("host", "port", "user");
  private static final Set<String> PROGRAMS =
      Set.of(
          "client",
          "client-server",
          "client-mariadb",
          "mysql",
          "mysqladmin",
          "mysqlbinlog",
          "mysqlcheck",
          "mysqldump",
          "mysqlimport",
          "mysqlpump",
          "mysqlshow",
          "mysqlslap",
          "mysqlsh");

  private MyCnf() {}

  static Reading read(Path file) {
    Map<String, OptionFile.Group> groups = OptionFile.read(file);
    var found = new ArrayList<Found>();
    Map<String, String> common = new HashMap<>();
    OptionFile.Group client = groups.get("client");
    if (client != null) {
      common.putAll(client.options());
    }
    for (OptionFile.Group group : groups.values()) {
      if (!reads(group.name()) || !connects(group)) {
        continue;
      }
      Map<String, String> options = new HashMap<>(common);
      options.putAll(group.options());
      found.add(found(suffix(group.name()), options, group.where()));
    }
    return Reading.of(found);
  }

  /// The connection that options describe.
  ///
  /// @param name empty to make one up of the address
  static Found found(String name, Map<String, String> options, String where) {
    String host = set(options, "host", "localhost");
    String port = set(options, "port", "3306");
    Set<Field> known = EnumSet.of(Field.NAME, Field.HOST, Field.PORT, Field.USER);
    var draft =
        new InstanceDraft()
            .set(
                Field.NAME, !name.isEmpty() ? name : port.equals("3306") ? host : host + ":" + port)
            .set(Field.HOST, host)
            .set(Field.PORT, port)
            .set(Field.USER, set(options, "user", System.getProperty("user.name", "")));
    tls(options, draft, known);
    Optional<Secret> password =
        Optional.ofNullable(options.get("password"))
            .filter(text -> !text.isEmpty())
            .map(text -> new Secret(text.toCharArray()));
    return new Found(draft, known, false, password, where);
  }

  private static void tls(Map<String, String> options, InstanceDraft draft, Set<Field> known) {
    String mode = options.getOrDefault("ssl-mode", "").toUpperCase(Locale.ROOT);
    String ca = options.getOrDefault("ssl-ca", "");
    if (mode.isEmpty()) {
      if (options.containsKey("skip-ssl") || "0".equals(options.get("ssl"))) {
        mode = "DISABLED";
      } else if (options.containsKey("ssl-verify-server-cert")
          && !"0".equals(options.get("ssl-verify-server-cert"))) {
        mode = "VERIFY_IDENTITY";
      } else if (!ca.isEmpty()) {
        mode = "VERIFY_CA"; // as the clients take a CA without a mode
      } else if (options.containsKey("ssl")) {
        mode = "REQUIRED";
      }
    }
    if (!mode.isEmpty()) {
      draft.set(Field.TLS, mode);
      known.add(Field.TLS);
      known.add(Field.CA);
      draft.set(Field.CA, mode.startsWith("VERIFY") ? ca : ""); // other modes do not look at it
    }
    String retrieval = options.get("get-server-public-key");
    if (retrieval != null && !mode.startsWith("VERIFY")) {
      draft.set(Field.PUBLIC_KEY_RETRIEVAL, retrieval.equals("0") ? "false" : "true");
      known.add(Field.PUBLIC_KEY_RETRIEVAL);
    }
  }

  private static boolean reads(String group) {
    String name = group.toLowerCase(Locale.ROOT);
    return name.startsWith("client")
        || (name.startsWith("mysql") && !name.startsWith("mysqld"))
        || PROGRAMS.contains(name)
        || name.equals("mysqldump");
  }

  private static boolean connects(OptionFile.Group group) {
    return group.options().keySet().stream().anyMatch(CONNECTS::contains);
  }

  /// `client_shop` is `shop`: the suffix of `--defaults-group-suffix`.
  private static String suffix(String group) {
    if (PROGRAMS.contains(group.toLowerCase(Locale.ROOT))) {
      return "";
    }
    List<String> heads = new ArrayList<>(PROGRAMS);
    heads.sort((a, b) -> b.length() - a.length());
    for (String head : heads) {
      if (group.toLowerCase(Locale.ROOT).startsWith(head)) {
        return group.substring(head.length()).replaceFirst("^[-_.]+", "");
      }
    }
    return group;
  }

  private static String set(Map<String, String> options, String key, String otherwise) {
    String value = options.getOrDefault(key, "");
    return value.isEmpty() ? otherwise : value;
  }
}
