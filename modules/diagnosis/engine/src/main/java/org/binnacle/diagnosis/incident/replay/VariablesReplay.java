package org.binnacle.diagnosis.incident.replay;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.diagnosis.incident.Recorded;
import org.binnacle.diagnosis.variable.Origin;
import org.binnacle.diagnosis.variable.Variable;
import org.binnacle.diagnosis.variable.VariableChange;
import org.binnacle.diagnosis.variable.VariablesLook;
import org.binnacle.diagnosis.variable.VariablesReader;
import org.binnacle.diagnosis.variable.VariablesScene;
import org.binnacle.kernel.InstanceRef;
import org.jspecify.annotations.Nullable;

/// The recorded variables, and which of them had another value at the incident or look before. What
/// the server says of a variable's range and use is not recorded.
final class VariablesReplay {
  private VariablesReplay() {}

  static VariablesScene of(Recorded one, InstanceRef instance, Instant at) {
    Grid origins = one.grid("variables", "origins");
    Map<String, GridRow> told = new HashMap<>();
    origins.lines().forEach(line -> told.put(line.low("name"), new GridRow(line)));
    Map<String, String> persisted = new HashMap<>();
    one.grid("variables", "persisted")
        .lines()
        .forEach(line -> persisted.put(line.low("name"), line.text("value")));
    Origin other = origins.isEmpty() ? Origin.UNKNOWN : Origin.DEFAULT;
    List<Variable> variables =
        one.grid("variables", "variables").lines().stream()
            .map(
                line ->
                    variable(
                        line, told.get(line.low("name")), other, persisted.get(line.low("name"))))
            .sorted(Comparator.comparing(Variable::name))
            .toList();
    String detail = one.part("variables").map(part -> part.detail()).orElse("");
    String where = origins.isEmpty() ? "Where values came from was not recorded. " : "";
    return new VariablesScene(
        new VariablesLook(
            instance,
            at,
            Duration.ofMillis(one.part("variables").map(part -> part.ms()).orElse(0L)),
            one.version(),
            variables,
            List.of((where + compared(one) + detail).strip()),
            List.of()),
        before(one),
        changes(one, at));
  }

  private static String compared(Recorded one) {
    return one.grid("variables", "compared with").lines().stream()
        .findFirst()
        .map(line -> "Changes are those since " + line.text("with") + ". ")
        .orElse("Nothing earlier was known to tell changes by. ");
  }

  private static Optional<Instant> before(Recorded one) {
    return one.grid("variables", "compared with").lines().stream()
        .findFirst()
        .flatMap(line -> instant(line.text("at")));
  }

  /// As we wrote it; a damaged file has none.
  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException damaged) {
      return Optional.empty();
    }
  }

  private static List<VariableChange> changes(Recorded one, Instant at) {
    Instant after = before(one).orElse(at);
    return one.grid("variables", "changed").lines().stream()
        .map(
            line ->
                new VariableChange(
                    line.low("name"),
                    line.text("change").equals("new")
                        ? Optional.empty()
                        : Optional.of(line.text("was")),
                    line.text("change").equals("gone")
                        ? Optional.empty()
                        : Optional.of(line.text("value")),
                    after,
                    at))
        .toList();
  }

  private static Variable variable(
      Grid.Line line, @Nullable GridRow told, Origin other, @Nullable String persisted) {
    Origin origin = told == null ? other : Origin.of(told.text("source", ""));
    String user = told == null ? "" : told.text("set_user", "");
    return new Variable(
        line.low("name"),
        line.text("value"),
        origin,
        told == null ? "" : told.text("path", ""),
        origin == Origin.DEFAULT ? Optional.of(line.text("value")) : Optional.empty(),
        Optional.empty(),
        told == null || user.isEmpty() ? Optional.empty() : told.instant("set_at"),
        told == null ? "" : VariablesReader.by(user, told.text("set_host", "")),
        Optional.ofNullable(persisted),
        "",
        "");
  }
}
