package org.binnacle.mysql.flavour;

import java.util.Collection;
import java.util.Optional;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.EngineWords;
import org.binnacle.mysql.ServerFacts;

/// MariaDB's words: SYSTEM_VARIABLES tells origin, default and meaning in one table.
final class MariaDbEngine implements EngineWords {

  @Override
  public String status(Collection<String> names) {
    return status() + " WHERE VARIABLE_NAME IN (" + EngineWords.list(names) + ")";
  }

  @Override
  public String status() {
    return """
        SELECT /* binnacle:status */ LOWER(VARIABLE_NAME) AS name, VARIABLE_VALUE AS value
         FROM information_schema.GLOBAL_STATUS""";
  }

  @Override
  public String variables(Collection<String> names) {
    return """
        SELECT /* binnacle:variables */ LOWER(VARIABLE_NAME) AS name, VARIABLE_VALUE AS value
         FROM information_schema.GLOBAL_VARIABLES WHERE VARIABLE_NAME IN (%s)"""
        .formatted(EngineWords.list(names));
  }

  @Override
  public String variables() {
    return """
        SELECT /* binnacle:variables */ LOWER(VARIABLE_NAME) AS name, GLOBAL_VALUE AS value,
         GLOBAL_VALUE_ORIGIN AS source, GLOBAL_VALUE_PATH AS path, DEFAULT_VALUE AS default_value,
         READ_ONLY AS read_only, VARIABLE_COMMENT AS comment, ENUM_VALUE_LIST AS options,
         NUMERIC_MIN_VALUE AS min_value, NUMERIC_MAX_VALUE AS max_value
         FROM information_schema.SYSTEM_VARIABLES WHERE GLOBAL_VALUE IS NOT NULL""";
  }

  @Override
  public Optional<String> origins(ServerFacts facts) {
    return Optional.empty();
  }

  @Override
  public Optional<String> persisted(ServerFacts facts) {
    return Optional.empty();
  }

  @Override
  public Optional<String> latches(ServerFacts facts) {
    return facts.performanceSchema() && facts.can(Capability.PERFORMANCE_SCHEMA)
        ? new MySqlEngine().latches(facts)
        : Optional.empty();
  }
}
