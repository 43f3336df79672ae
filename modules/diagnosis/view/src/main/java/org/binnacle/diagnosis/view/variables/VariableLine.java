package org.binnacle.diagnosis.view.variables;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.binnacle.diagnosis.variable.Origin;
import org.binnacle.diagnosis.variable.Variable;
import org.binnacle.diagnosis.variable.VariableChange;
import org.binnacle.diagnosis.variable.VariablesScene;

/// One variable with the newest change of it.
record VariableLine(Variable variable, Optional<VariableChange> change) {
  private static final DateTimeFormatter TODAY =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

  static List<VariableLine> of(VariablesScene scene) {
    Map<String, VariableChange> newest = scene.newest();
    return scene.look().variables().stream()
        .map(one -> new VariableLine(one, Optional.ofNullable(newest.get(one.name()))))
        .toList();
  }

  static String at(Instant moment) {
    boolean lately = Duration.between(moment, Instant.now()).compareTo(Duration.ofHours(12)) < 0;
    return (lately ? TODAY : DAY).format(moment);
  }

  /// `14:02:11, was 151`.
  String changed() {
    return change
        .map(
            seen ->
                at(seen.seenAt())
                    + seen.was()
                        .map(was -> ", was " + (was.isEmpty() ? "empty" : was))
                        .orElse(", new"))
        .orElse("");
  }

  String set() {
    return variable.setAt().map(at -> at(at) + " by " + variable.setBy()).orElse("");
  }

  String dynamic() {
    return variable.dynamic().map(yes -> yes ? "yes" : "no").orElse("");
  }

  boolean notDefault() {
    return variable.origin() != Origin.DEFAULT && variable.origin() != Origin.UNKNOWN;
  }

  /// Where it came from, with the file.
  String origin() {
    return variable.origin().words() + (variable.path().isEmpty() ? "" : " " + variable.path());
  }
}
