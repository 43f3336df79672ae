package org.binnacle.explain.insight;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.explain.Plan;

/// What is known beside the plan. Every part may be missing; insights that need it then keep
/// silent.
///
/// @param sql the statement as it was written
/// @param server the version of the server that made the plan
/// @param variables session variables by name, such as `sort_buffer_size`, `optimizer_switch`
/// @param warnings what SHOW WARNINGS said after EXPLAIN, as `code text`
/// @param tables tables by the name or alias in the plan
/// @param fresh a plan of the same statement made now, where the plan is that of a running thread
public record Facts(
    Optional<String> sql,
    Optional<ServerVersion> server,
    Map<String, String> variables,
    List<String> warnings,
    Map<String, TableFacts> tables,
    Optional<Plan> fresh) {
  /// Nothing but the plan.
  public static final Facts NONE =
      new Facts(
          Optional.empty(), Optional.empty(), Map.of(), List.of(), Map.of(), Optional.empty());

  public Facts {
    variables = Map.copyOf(variables);
    warnings = List.copyOf(warnings);
    tables = Map.copyOf(tables);
  }

  public Facts withSql(String text) {
    return new Facts(Optional.of(text), server, variables, warnings, tables, fresh);
  }

  public Facts withServer(String version) {
    return new Facts(
        sql, Optional.of(ServerVersion.of(version)), variables, warnings, tables, fresh);
  }

  public Facts withVariables(Map<String, String> values) {
    return new Facts(sql, server, values, warnings, tables, fresh);
  }

  public Facts withWarnings(List<String> texts) {
    return new Facts(sql, server, variables, texts, tables, fresh);
  }

  public Facts withTables(Map<String, TableFacts> known) {
    return new Facts(sql, server, variables, warnings, known, fresh);
  }

  public Facts withFresh(Plan plan) {
    return new Facts(sql, server, variables, warnings, tables, Optional.of(plan));
  }
}
