package org.binnacle.diagnosis.view.variables;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import org.binnacle.diagnosis.variable.StatusRow;
import org.binnacle.diagnosis.variable.VariableChange;
import org.binnacle.diagnosis.variable.VariableDiff;
import org.binnacle.fxkit.table.Column;
import org.binnacle.fxkit.theme.States;
import org.binnacle.kernel.InstanceRef;

/// The columns of variables, of their comparison and of status counters.
final class VariableColumns {
  private VariableColumns() {}

  static List<Column<VariableLine>> variables() {
    return List.of(
        Column.<VariableLine>text("name", "Variable", 270, line -> line.variable().name()).mono(),
        Column.<VariableLine>text("value", "Value", 240, line -> line.variable().value())
            .mono()
            .tip(line -> line.variable().value()),
        Column.<VariableLine>text("changed", "Changed", 190, VariableLine::changed)
            .orderedBy(
                Comparator.comparing(
                    (VariableLine line) ->
                        line.change().map(VariableChange::seenAt).orElse(Instant.MIN))),
        Column.<VariableLine>text("origin", "From", 170, VariableLine::origin)
            .tip(VariableLine::origin),
        Column.<VariableLine>text(
                "default", "Default", 130, line -> line.variable().usual().orElse(""))
            .mono(),
        Column.<VariableLine>text("set", "Set", 180, VariableLine::set)
            .orderedBy(
                Comparator.comparing(
                    (VariableLine line) -> line.variable().setAt().orElse(Instant.MIN))),
        Column.<VariableLine>text(
                "persisted", "After a restart", 110, line -> line.variable().persisted().orElse(""))
            .mono(),
        Column.text("dynamic", "Dynamic", 72, VariableLine::dynamic),
        Column.<VariableLine>text("range", "Range", 150, line -> line.variable().range()).hidden());
  }

  static Set<PseudoClass> states(VariableLine line) {
    if (line.change().isPresent() || line.variable().otherAfterRestart()) {
      return Set.of(States.WARNING);
    }
    return Set.of();
  }

  /// A column an instance.
  static List<Column<VariableDiff.Line>> comparison(List<InstanceRef> instances) {
    var columns = new ArrayList<Column<VariableDiff.Line>>();
    columns.add(
        Column.<VariableDiff.Line>text("name", "Variable", 280, VariableDiff.Line::name).mono());
    for (int i = 0; i < instances.size(); i++) {
      int at = i;
      columns.add(
          Column.<VariableDiff.Line>text(
                  "instance-" + i,
                  instances.get(i).name(),
                  200,
                  line ->
                      at < line.values().size()
                          ? line.values().get(at).orElse("(does not have it)")
                          : "")
              .mono());
    }
    columns.add(
        Column.text(
            "nature",
            "Why",
            150,
            line -> !line.differs() ? "alike" : line.own() ? "differs by nature" : "differs"));
    return columns;
  }

  static Set<PseudoClass> states(VariableDiff.Line line) {
    return line.unlike() ? Set.of(States.WARNING) : Set.of();
  }

  static List<Column<StatusRow>> status(List<InstanceRef> instances) {
    Column<StatusRow> instance =
        Column.<StatusRow>text(
                "instance",
                "Instance",
                120,
                row ->
                    instances.stream()
                        .filter(one -> one.id().equals(row.instanceId()))
                        .findFirst()
                        .map(InstanceRef::name)
                        .orElse(""))
            .keepEnds();
    return List.of(
        instances.size() > 1 ? instance : instance.hidden(),
        Column.<StatusRow>text("name", "Status variable", 320, StatusRow::name).mono(),
        Column.number("value", "Value", 200, StatusRow::value, VariableColumns::number),
        Column.number(
            "per-s",
            "Per second",
            110,
            (StatusRow row) ->
                row.perS().isEmpty() || row.perS().getAsDouble() == 0
                    ? ""
                    : "%,.1f".formatted(row.perS().getAsDouble()),
            (StatusRow row) -> row.perS().orElse(Double.NaN)),
        Column.number(
            "since",
            "Since opened",
            120,
            (StatusRow row) ->
                row.since().isEmpty() || row.since().getAsLong() == 0
                    ? ""
                    : "%+,d".formatted(row.since().getAsLong()),
            (StatusRow row) ->
                row.since().isPresent() ? (double) row.since().getAsLong() : Double.NaN));
  }

  private static double number(StatusRow row) {
    try {
      return Double.parseDouble(row.value());
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
