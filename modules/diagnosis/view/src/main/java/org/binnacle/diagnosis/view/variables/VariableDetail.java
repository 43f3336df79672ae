package org.binnacle.diagnosis.view.variables;

import java.util.ArrayList;
import java.util.List;
import org.binnacle.diagnosis.variable.Variable;
import org.binnacle.diagnosis.variable.VariableChange;
import org.binnacle.diagnosis.variable.VariablesScene;
import org.binnacle.diagnosis.view.instance.FactsPane;

/// What is known of one variable: its meaning, its changes, the statement that would put it back.
final class VariableDetail {
  private VariableDetail() {}

  static void show(FactsPane pane, VariablesScene scene, VariableLine line) {
    pane.show(line.variable().name(), text(scene, line.variable()), facts(line));
  }

  private static String text(VariablesScene scene, Variable variable) {
    var text = new StringBuilder();
    if (!variable.comment().isEmpty()) {
      text.append("-- ").append(variable.comment().replace("\n", "\n-- ")).append("\n\n");
    }
    List<VariableChange> changes =
        scene.changes().stream().filter(one -> one.name().equals(variable.name())).toList();
    for (VariableChange change : changes) {
      text.append(
          "-- between %s and %s: %s -> %s%n"
              .formatted(
                  VariableLine.at(change.after()),
                  VariableLine.at(change.seenAt()),
                  change.was().map(VariableDetail::flat).orElse("(was not there)"),
                  change.now().map(VariableDetail::flat).orElse("(gone)")));
    }
    changes.stream()
        .findFirst()
        .flatMap(VariableChange::was)
        .filter(was -> variable.dynamic().orElse(true))
        .ifPresent(
            was ->
                text.append("\n-- would put it back; nothing is run from here\nSET GLOBAL ")
                    .append(variable.name())
                    .append(" = ")
                    .append(literal(was))
                    .append(";\n"));
    return text.isEmpty()
        ? "-- no change of it was seen"
            + scene.since().map(at -> " since " + VariableLine.at(at)).orElse("")
        : text.toString().strip();
  }

  private static String flat(String value) {
    return value.isEmpty() ? "(empty)" : value.replaceAll("\\s+", " ");
  }

  private static String literal(String value) {
    return value.matches("-?[0-9]+(\\.[0-9]+)?")
        ? value
        : "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
  }

  private static List<String> facts(VariableLine line) {
    Variable variable = line.variable();
    var facts = new ArrayList<String>();
    facts.addAll(List.of("Value", variable.value().isEmpty() ? "(empty)" : variable.value()));
    facts.addAll(List.of("From", line.origin()));
    facts.addAll(List.of("Default", variable.usual().orElse("")));
    facts.addAll(List.of("Set", line.set()));
    facts.addAll(List.of("Changed", line.changed()));
    facts.addAll(List.of("After a restart", variable.persisted().orElse("")));
    facts.addAll(
        List.of(
            "Dynamic",
            variable
                .dynamic()
                .map(yes -> yes ? "yes, SET GLOBAL may change it" : "no, it needs a restart")
                .orElse("not known")));
    facts.addAll(List.of("Range", variable.range()));
    return facts;
  }
}
