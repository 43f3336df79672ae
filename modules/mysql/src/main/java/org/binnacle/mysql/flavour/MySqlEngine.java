package org.binnacle.mysql.flavour;

import java.util.Collection;
import java.util.Optional;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.EngineWords;
import org.binnacle.mysql.ServerFacts;

/// MySQL's words. global_status and global_variables can be read by everybody, even where
/// performance_schema is off.
final class MySqlEngine implements EngineWords {

  @Override
  public String status(Collection<String> names) {
    return status() + " WHERE VARIABLE_NAME IN (" + EngineWords.list(names) + ")";
  }

  @Override
  public String status() {
    return """
        SELECT /* binnacle:status */ VARIABLE_NAME AS name, VARIABLE_VALUE AS value
         FROM performance_schema.global_status""";
  }

  @Override
  public String variables(Collection<String> names) {
    return variables() + " WHERE VARIABLE_NAME IN (" + EngineWords.list(names) + ")";
  }

  @Override
  public String variables() {
    return """
        SELECT /* binnacle:variables */ VARIABLE_NAME AS name, VARIABLE_VALUE AS value
         FROM performance_schema.global_variables""";
  }

  /// Not joined: variables_info has no index.
  @Override
  public Optional<String> origins(ServerFacts facts) {
    return facts.number().atLeast(8, 0, 0) && facts.can(Capability.PERFORMANCE_SCHEMA)
        ? Optional.of(
            """
            SELECT /* binnacle:origins */ VARIABLE_NAME AS name, VARIABLE_SOURCE AS source,
             VARIABLE_PATH AS path, MIN_VALUE AS min_value, MAX_VALUE AS max_value,
             SET_TIME AS set_at, SET_USER AS set_user, SET_HOST AS set_host
             FROM performance_schema.variables_info""")
        : Optional.empty();
  }

  @Override
  public Optional<String> persisted(ServerFacts facts) {
    return facts.number().atLeast(8, 0, 0) && facts.can(Capability.PERFORMANCE_SCHEMA)
        ? Optional.of(
            """
            SELECT /* binnacle:persisted */ VARIABLE_NAME AS name, VARIABLE_VALUE AS value
             FROM performance_schema.persisted_variables""")
        : Optional.empty();
  }

  @Override
  public Optional<String> latches(ServerFacts facts) {
    return facts.can(Capability.PERFORMANCE_SCHEMA)
        ? Optional.of(
            """
            SELECT /* binnacle:latches */ EVENT_NAME AS name, COUNT_STAR AS n,
             SUM_TIMER_WAIT DIV 1000000 AS time_us
             FROM performance_schema.events_waits_summary_global_by_event_name
             WHERE EVENT_NAME LIKE 'wait/synch/%/innodb/%' AND COUNT_STAR > 0
             ORDER BY SUM_TIMER_WAIT DESC LIMIT 5""")
        : Optional.empty();
  }
}
