package org.binnacle.diagnosis.variable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.binnacle.mysql.ServerFacts;

/// Which variables of MySQL SET GLOBAL may change: MySQL does not tell in a table (MariaDB does).
/// The list was made by trying on servers of each line (`VariablesTrial`, see the README), so a
/// variable that those servers did not have is not known.
final class ReadOnlyVariables {
  private static final ReadOnlyVariables UNKNOWN = new ReadOnlyVariables(Set.of(), Set.of());

  private final Set<String> fixed;
  private final Set<String> dynamic;

  private ReadOnlyVariables(Set<String> fixed, Set<String> dynamic) {
    this.fixed = fixed;
    this.dynamic = dynamic;
  }

  static ReadOnlyVariables of(ServerFacts facts) {
    if (facts.mariaDb()) {
      return UNKNOWN;
    }
    int major = facts.number().major();
    String line = major >= 9 ? "9" : major == 8 ? "8" : major == 5 ? "5.7" : "";
    return line.isEmpty() ? UNKNOWN : read("mysql-" + line + ".txt");
  }

  /// Empty where it is not known.
  Optional<Boolean> dynamic(String name) {
    if (fixed.contains(name)) {
      return Optional.of(false);
    }
    return dynamic.contains(name) ? Optional.of(true) : Optional.empty();
  }

  /// Lines of a name, with a dash before those that are read-only.
  private static ReadOnlyVariables read(String file) {
    try (InputStream in = ReadOnlyVariables.class.getResourceAsStream(file)) {
      if (in == null) {
        return UNKNOWN;
      }
      var fixed = new HashSet<String>();
      var dynamic = new HashSet<String>();
      new String(in.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .forEach(
              line -> {
                if (line.startsWith("-")) {
                  fixed.add(line.substring(1));
                } else {
                  dynamic.add(line);
                }
              });
      return new ReadOnlyVariables(fixed, dynamic);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
