package org.binnacle.diagnosis.incident.step;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.mysql.Session;

/// All global variables, and of those that are not at their default where the value came from, as
/// far as the server tells it.
final class VariablesStep {
  private static final Set<String> DEFAULT = Set.of("COMPILED", "COMPILE-TIME");
  private static final List<String> COLUMNS =
      List.of("name", "source", "path", "set_at", "set_user", "set_host");

  private VariablesStep() {}

  static Step step() {
    return Plain.of("variables", "Variables", VariablesStep::take).within(Duration.ofSeconds(2));
  }

  private static void take(Session session, Content content) {
    var facts = session.facts();
    var engine = session.flavour().engine();
    Optional<String> origins =
        facts.mariaDb() ? Optional.of(engine.variables()) : engine.origins(facts);
    new Several(session, content)
        .ask("variables", session.flavour().incident().variables())
        .ask("origins", origins)
        .ask("persisted", engine.persisted(facts))
        .done();
    Grid told = content.grids().getOrDefault("origins", Grid.EMPTY);
    if (!told.isEmpty()) {
      content.grid(
          "origins",
          Grid.of(
              COLUMNS,
              told.lines().stream()
                  .filter(
                      line ->
                          !DEFAULT.contains(line.text("source").toUpperCase(java.util.Locale.ROOT)))
                  .map(line -> COLUMNS.stream().map(line::text).toList())
                  .toList()));
    }
  }
}
