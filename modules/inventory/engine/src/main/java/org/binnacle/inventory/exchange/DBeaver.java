package org.binnacle.inventory.exchange;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.binnacle.inventory.Field;
import org.binnacle.inventory.InstanceDraft;
import org.binnacle.mysql.Secret;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Connections of DBeaver (`data-sources.json`), MySQL and MariaDB only. Since 6.1.3 users and
/// passwords lie in `credentials-config.json` beside it, under a key that is the same in every
/// installation; without that file users are missing.
final class DBeaver {
  private static final String CREDENTIALS = "credentials-config.json";
  private static final byte[] KEY = HexFormat.of().parseHex("babb4a9f774ab853c96c2d653dfe544a");
  private static final Pattern URL =
      Pattern.compile("jdbc:(?:mysql|mariadb)://(\\[[^\\]]+\\]|[^:/?]+)(?::(\\d+))?.*");
  private final Path file;
  private final JsonMapper mapper = JsonMapper.builder().build();
  private final List<Found> found = new ArrayList<>();

  private DBeaver(Path file) {
    this.file = file;
  }

  static Reading read(Path file) {
    var reader = new DBeaver(file);
    String text = SourceFile.text(file);
    try (JsonParser parser = reader.mapper.createParser(text)) {
      reader.walk(parser);
    } catch (JacksonException e) {
      long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw SourceFile.broken(file, line, String.valueOf(e.getOriginalMessage()));
    }
    return Reading.of(reader.found);
  }

  private void walk(JsonParser parser) {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw SourceFile.broken(file, 1, "an object with \"connections\" is expected");
    }
    JsonNode credentials = credentials();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      JsonToken token = parser.nextToken();
      if (!name.equals("connections") || token != JsonToken.START_OBJECT) {
        parser.skipChildren();
        continue;
      }
      for (String id = parser.nextName(); id != null; id = parser.nextName()) {
        long line = parser.currentTokenLocation().getLineNr();
        parser.nextToken();
        connection(parser.readValueAsTree(), credentials.path(id), line);
      }
    }
  }

  private void connection(JsonNode node, JsonNode credentials, long line) {
    String kind = (text(node, "provider") + " " + text(node, "driver")).toLowerCase(Locale.ROOT);
    if (!kind.contains("mysql") && !kind.contains("mariadb")) {
      return;
    }
    JsonNode configuration = node.path("configuration");
    JsonNode account = credentials.path("#connection");
    Matcher url = URL.matcher(text(configuration, "url"));
    boolean hasUrl = url.matches();
    Set<Field> known = EnumSet.of(Field.NAME, Field.HOST, Field.PORT, Field.USER);
    var draft =
        new InstanceDraft()
            .set(Field.NAME, text(node, "name"))
            .set(
                Field.HOST,
                first(text(configuration, "host"), hasUrl ? url.group(1) : "", "localhost"))
            .set(
                Field.PORT,
                first(
                    text(configuration, "port"),
                    hasUrl && url.group(2) != null ? url.group(2) : "",
                    "3306"))
            .set(Field.USER, first(text(configuration, "user"), text(account, "user"), ""));
    places(node, configuration, draft, known);
    JsonNode handlers = configuration.path("handlers");
    tls(handlers.path("mysql_ssl"), draft, known);
    tunnel(handlers.path("ssh_tunnel"), credentials.path("network/ssh_tunnel"), draft, known);
    String password = first(text(configuration, "password"), text(account, "password"), "");
    found.add(
        new Found(
            draft,
            known,
            true,
            password.isEmpty() ? Optional.empty() : Optional.of(new Secret(password.toCharArray())),
            file + ":" + line));
  }

  /// The first folder is the business, what lies below it the cluster.
  private static void places(
      JsonNode node, JsonNode configuration, InstanceDraft draft, Set<Field> known) {
    String folder = text(node, "folder");
    if (!folder.isEmpty()) {
      int slash = folder.indexOf('/');
      draft.set(Field.BUSINESS, slash < 0 ? folder : folder.substring(0, slash));
      known.add(Field.BUSINESS);
      if (slash >= 0) {
        draft.set(Field.CLUSTER, folder.substring(slash + 1));
        known.add(Field.CLUSTER);
      }
    }
    String environment =
        switch (text(configuration, "type")) {
          case "prod" -> "production";
          case "test" -> "test";
          case "dev" -> "development";
          default -> "";
        };
    if (!environment.isEmpty()) {
      draft.set(Field.ENVIRONMENT, environment);
      known.add(Field.ENVIRONMENT);
    }
  }

  private static void tls(JsonNode handler, InstanceDraft draft, Set<Field> known) {
    if (!handler.path("enabled").asBoolean(false)) {
      return;
    }
    JsonNode properties = handler.path("properties");
    String ca = text(properties, "ssl.ca.cert");
    boolean verify = text(properties, "ssl.verify.server").equals("true");
    boolean require = text(properties, "ssl.require").equals("true");
    draft.set(
        Field.TLS,
        verify && !ca.isEmpty() ? "VERIFY_CA" : require || verify ? "REQUIRED" : "PREFERRED");
    draft.set(Field.CA, verify ? ca : "");
    known.add(Field.TLS);
    known.add(Field.CA);
  }

  private static void tunnel(
      JsonNode handler, JsonNode credentials, InstanceDraft draft, Set<Field> known) {
    if (!handler.path("enabled").asBoolean(false)) {
      return;
    }
    JsonNode properties = handler.path("properties");
    draft
        .set(Field.TUNNEL_HOST, text(properties, "host"))
        .set(Field.TUNNEL_PORT, first(text(properties, "port"), "22", ""))
        .set(Field.TUNNEL_USER, first(text(handler, "user"), text(credentials, "user"), ""))
        .set(Field.TUNNEL_KEY, text(properties, "keyPath"));
    known.addAll(
        EnumSet.of(Field.TUNNEL_HOST, Field.TUNNEL_PORT, Field.TUNNEL_USER, Field.TUNNEL_KEY));
  }

  /// The decoded credentials; an empty object where there are none or they are under a master
  /// password of DBeaver's.
  private JsonNode credentials() {
    Path beside = file.toAbsolutePath().resolveSibling(CREDENTIALS);
    if (!Files.isRegularFile(beside)) {
      return mapper.createObjectNode();
    }
    byte[] bytes = SourceFile.bytes(beside);
    if (bytes.length < 32) {
      return mapper.createObjectNode();
    }
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(KEY, "AES"),
          new IvParameterSpec(Arrays.copyOf(bytes, 16)));
      byte[] clear = cipher.doFinal(bytes, 16, bytes.length - 16);
      return mapper.readTree(new String(clear, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException | JacksonException e) {
      return mapper.createObjectNode();
    }
  }

  private static String text(JsonNode node, String key) {
    JsonNode value = node.path(key);
    return value.isValueNode() && !value.isNull() ? value.asString() : "";
  }

  private static String first(String one, String other, String last) {
    return !one.isEmpty() ? one : !other.isEmpty() ? other : last;
  }
}
