package org.binnacle.mysql;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a server is asked of its storage engine and of its variables, in the words of its family.
/// Every text is one bounded SELECT, which the statement limit ends (SHOW is not ended by it).
public interface EngineWords {

  /// Some of the global status: columns name, value. Names are compared without regard to case;
  /// those that the server lacks are absent.
  String status(Collection<String> names);

  /// All of the global status: columns name, value.
  String status();

  /// Some global variables: columns name, value.
  String variables(Collection<String> names);

  /// All global variables: columns name, value and, where the family tells it in the same table,
  /// source, default_value, read_only (YES or NO), path, comment, options, min_value, max_value.
  String variables();

  /// Where values came from: columns name, source, path, min_value, max_value, set_at, set_user,
  /// set_host. Empty where {@link #variables()} tells all, or the family tells nothing.
  Optional<String> origins(ServerFacts facts);

  /// What a restart will set: columns name, value. Empty where the family keeps none.
  Optional<String> persisted(ServerFacts facts);

  /// The five latches of InnoDB that were waited for longest: columns name, n, time_us. Empty where
  /// the family or the account cannot tell; no rows where nothing is timed.
  Optional<String> latches(ServerFacts facts);

  /// Counters of InnoDB by name: columns name, value. Needs PROCESS.
  default String metrics(Collection<String> names) {
    return """
        SELECT /* binnacle:metrics */ NAME AS name, `COUNT`+0 AS value
         FROM information_schema.INNODB_METRICS WHERE NAME IN (%s)"""
        .formatted(list(names));
  }

  /// The long text of InnoDB's monitor in column Status: for a user who asks for it, never for a
  /// poll.
  default String monitor() {
    return "SHOW /* binnacle:innodb-status */ ENGINE INNODB STATUS";
  }

  /// @throws IllegalArgumentException where a name is none
  static String list(Collection<String> names) {
    return names.stream()
        .map(
            name -> {
              if (!name.matches("[A-Za-z0-9_]+")) {
                throw new IllegalArgumentException(name);
              }
              return "'" + name + "'";
            })
        .collect(Collectors.joining(","));
  }
}
