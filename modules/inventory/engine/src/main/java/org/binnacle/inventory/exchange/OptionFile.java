package org.binnacle.inventory.exchange;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The option files of the MySQL clients (MySQL 8.4 manual, 6.2.2.2): groups of options, comments,
/// quoted and escaped values, `!include` and `!includedir`. Later values win.
final class OptionFile {
  private static final int DEEPEST = 10; // as the clients do
  private final Map<String, Group> groups = new LinkedHashMap<>();

  /// The options of a group, their names with dashes, and where the group first stands.
  record Group(String name, Map<String, String> options, String where) {}

  private OptionFile() {}

  static Map<String, Group> read(Path file) {
    var reader = new OptionFile();
    reader.file(file, 0);
    return reader.groups;
  }

  static Map<String, Group> parse(Path file, String text) {
    var reader = new OptionFile();
    reader.text(file, text, DEEPEST);
    return reader.groups;
  }

  private void file(Path file, int depth) {
    text(file, SourceFile.text(file), depth);
  }

  private void text(Path file, String text, int depth) {
    String group = "";
    int number = 0;
    for (String raw : text.split("\r?\n", -1)) {
      number++;
      String line = raw.strip();
      if (line.isEmpty() || line.startsWith("#") || line.startsWith(";")) {
        continue;
      }
      if (line.startsWith("!")) {
        include(file, number, line, depth);
      } else if (line.startsWith("[")) {
        int end = line.indexOf(']');
        if (end < 0) {
          throw SourceFile.broken(file, number, "the group's bracket is not closed");
        }
        group = line.substring(1, end).strip();
        String where = file + ":" + number;
        groups.computeIfAbsent(group, name -> new Group(name, new LinkedHashMap<>(), where));
      } else {
        Group present = groups.get(group);
        if (present == null) {
          throw SourceFile.broken(file, number, "an option stands before the first group");
        }
        option(present, line);
      }
    }
  }

  private void include(Path file, int number, String line, int depth) {
    String[] words = line.split("\\s+", 2);
    if (words.length < 2 || depth >= DEEPEST) {
      throw SourceFile.broken(file, number, "this cannot be included");
    }
    Path included = file.toAbsolutePath().resolveSibling(words[1].strip());
    switch (words[0]) {
      case "!include" -> file(included, depth + 1);
      case "!includedir" -> {
        for (Path each : options(file, number, included)) {
          file(each, depth + 1);
        }
      }
      default -> throw SourceFile.broken(file, number, "unknown directive " + words[0]);
    }
  }

  private static List<Path> options(Path file, int number, Path folder) {
    var found = new ArrayList<Path>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{cnf,ini}")) {
      files.forEach(found::add);
    } catch (IOException e) {
      throw SourceFile.broken(file, number, "the folder cannot be read: " + folder);
    }
    found.sort(null);
    return found;
  }

  private static void option(Group group, String line) {
    int equals = line.indexOf('=');
    String key = (equals < 0 ? line : line.substring(0, equals)).strip();
    int comment = key.indexOf('#');
    if (comment >= 0) {
      key = key.substring(0, comment).strip();
    }
    String name = key.toLowerCase(Locale.ROOT).replace('_', '-');
    name = name.startsWith("loose-") ? name.substring(6) : name;
    group.options().put(name, equals < 0 ? "" : value(line.substring(equals + 1).strip()));
  }

  /// Takes quotes off, resolves escapes, cuts a comment that stands outside quotes.
  private static String value(String text) {
    char quote = text.isEmpty() ? ' ' : text.charAt(0);
    boolean quoted = quote == '"' || quote == '\'';
    var value = new StringBuilder();
    for (int i = quoted ? 1 : 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted ? c == quote : c == '#') {
        break;
      }
      if (c == '\\' && i + 1 < text.length()) {
        i++;
        switch (text.charAt(i)) {
          case 'b' -> value.append('\b');
          case 't' -> value.append('\t');
          case 'n' -> value.append('\n');
          case 'r' -> value.append('\r');
          case 's' -> value.append(' ');
          case '\\' -> value.append('\\');
          case '"' -> value.append('"');
          case '\'' -> value.append('\'');
          default -> value.append('\\').append(text.charAt(i));
        }
      } else {
        value.append(c);
      }
    }
    return quoted ? value.toString() : value.toString().stripTrailing();
  }
}
