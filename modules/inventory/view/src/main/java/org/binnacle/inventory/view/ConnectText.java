package org.binnacle.inventory.view;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.inventory.Field;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.TlsMode;

/// What people copy and paste to say how a server is reached: `mysql://user@host:port` and command
/// lines of the `mysql` client.
///
/// @param fields what the text says, and nothing else
/// @param password what it says of a password; empty where it says none
record ConnectText(Map<Field, String> fields, String password) {

  ConnectText {
    fields = Map.copyOf(fields);
  }

  /// Reads such a text; empty for any other.
  static Optional<ConnectText> read(String text) {
    String line = text.strip().replaceFirst("^\\$\\s+", "");
    if (line.regionMatches(true, 0, "mysql://", 0, 8)
        || line.regionMatches(true, 0, "mariadb://", 0, 10)
        || line.regionMatches(true, 0, "jdbc:mysql://", 0, 13)) {
      return url(line.replaceFirst("(?i)^jdbc:", ""));
    }
    List<String> words = words(line);
    boolean client =
        !words.isEmpty()
            && words
                .getFirst()
                .matches("(?i)(.*[/\\\\])?(mysql|mariadb|mysqlsh|mysqladmin)(\\.exe)?");
    return client ? commandLine(words.subList(1, words.size())) : Optional.empty();
  }

  /// A command line of the `mysql` client for an instance; it asks for the password.
  static String of(Instance instance) {
    var line = new StringBuilder("mysql");
    line.append(" -h ").append(quoted(instance.host()));
    line.append(" -P ").append(instance.port());
    line.append(" -u ").append(quoted(instance.user())).append(" -p");
    if (instance.tls() != TlsMode.PREFERRED) {
      line.append(" --ssl-mode=").append(instance.tls());
    }
    if (!instance.ca().isEmpty()) {
      line.append(" --ssl-ca=").append(quoted(instance.ca()));
    }
    return line.toString();
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:@%+=-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private static Optional<ConnectText> url(String text) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
    if (uri.getHost() == null) {
      return Optional.empty();
    }
    var fields = new EnumMap<Field, String>(Field.class);
    fields.put(Field.HOST, uri.getHost());
    if (uri.getPort() > 0) {
      fields.put(Field.PORT, String.valueOf(uri.getPort()));
    }
    String password = "";
    String account = uri.getRawUserInfo();
    if (account != null) {
      int colon = account.indexOf(':');
      fields.put(Field.USER, decoded(colon < 0 ? account : account.substring(0, colon)));
      password = colon < 0 ? "" : decoded(account.substring(colon + 1));
    }
    if (uri.getRawQuery() != null) {
      for (String parameter : uri.getRawQuery().split("&")) {
        String[] pair = parameter.split("=", 2);
        if (pair.length == 2 && pair[0].matches("(?i)tls|ssl-?mode")) {
          tls(fields, decoded(pair[1]));
        } else if (pair.length == 2 && pair[0].equals("ca")) {
          fields.put(Field.CA, decoded(pair[1]));
        }
      }
    }
    return Optional.of(new ConnectText(fields, password));
  }

  private static Optional<ConnectText> commandLine(List<String> words) {
    var fields = new EnumMap<Field, String>(Field.class);
    String password = "";
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      String next = i + 1 < words.size() ? words.get(i + 1) : "";
      int equals = word.indexOf('=');
      String value = equals < 0 ? next : word.substring(equals + 1);
      String name = equals < 0 ? word : word.substring(0, equals);
      switch (name) {
        case "--host" -> fields.put(Field.HOST, value);
        case "--port" -> fields.put(Field.PORT, value);
        case "--user" -> fields.put(Field.USER, value);
        case "--password" -> password = equals < 0 ? "" : value;
        case "--ssl-mode" -> tls(fields, value);
        case "--ssl-ca" -> fields.put(Field.CA, value);
        default -> {
          String rest = word.length() > 2 ? word.substring(2) : next;
          switch (word.length() < 2 || word.startsWith("--") ? "" : word.substring(0, 2)) {
            case "-h" -> fields.put(Field.HOST, rest);
            case "-P" -> fields.put(Field.PORT, rest);
            case "-u" -> fields.put(Field.USER, rest);
            case "-p" -> password = word.substring(2);
            default -> {}
          }
        }
      }
    }
    return fields.isEmpty() ? Optional.empty() : Optional.of(new ConnectText(fields, password));
  }

  private static void tls(Map<Field, String> fields, String mode) {
    String name = mode.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
    for (TlsMode known : TlsMode.values()) {
      if (known.name().equals(name)) {
        fields.put(Field.TLS, name);
      }
    }
  }

  /// The words of a shell line: blanks separate, quotes and backslashes keep.
  private static List<String> words(String line) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    boolean begun = false;
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else {
          word.append(c);
        }
      } else if (c == '\'' || c == '"') {
        quote = c;
        begun = true;
      } else if (c == '\\' && i + 1 < line.length()) {
        word.append(line.charAt(++i));
        begun = true;
      } else if (Character.isWhitespace(c)) {
        if (begun) {
          words.add(word.toString());
          word.setLength(0);
          begun = false;
        }
      } else {
        word.append(c);
        begun = true;
      }
    }
    if (begun) {
      words.add(word.toString());
    }
    return words;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "ConnectText[" + fields + "]"; // never the password
  }
}
