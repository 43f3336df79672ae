package org.binnacle.diagnosis.variable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.binnacle.mysql.ServerFacts;

/// Which variables of MySQL SET GLOBAL may change: MySQL does not tell in a table (MariaDB does).
/// The list was made by trying on servers of each line (`VariablesTrial`, see the README), so a
/// variable that those servers did not have is not known.
final class ReadOnlyVariables {
  private static final ReadOnlyVariables UNKNOWN = new ReadOnlyVariables(Set.of(), Set.of());

  private static final Map<String, ReadOnlyVariables> READ = new ConcurrentHashMap<>();

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
    return line.isEmpty() ? UNKNOWN : READ.computeIfAbsent(line, ReadOnlyVariables::read);
  }

  /// Empty where it is not known.
  Optional<Boolean> dynamic(String name) {
    if (fixed.contains(name)) {
      return Optional.of(false);
    }
    return dynamic.contains(name) ? Optional.of(true) : Optional.empty();
  }

  /// Lines of a name, with a dash before those that are read-only.
  private static ReadOnlyVariables read(String line) {
    try (InputStream in = ReadOnlyVariables.class.getResourceAsStream("mysql-" + line + ".txt")) {
      if (in == null) {
        return UNKNOWN;
      }
      var fixed = new HashSet<String>();
      var dynamic = new HashSet<String>();
      new String(in.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .map(String::strip)
          .filter(one -> !one.isEmpty() && !one.startsWith("#"))
          .forEach(
              one -> {
                if (one.startsWith("-")) {
                  fixed.add(one.substring(1));
                } else {
                  dynamic.add(one);
                }
              });
      return new ReadOnlyVariables(fixed, dynamic);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
