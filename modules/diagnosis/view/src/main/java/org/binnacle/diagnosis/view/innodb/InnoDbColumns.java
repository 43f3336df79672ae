package org.binnacle.diagnosis.view.innodb;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import org.binnacle.fxkit.table.Column;
import org.binnacle.fxkit.theme.States;
import org.binnacle.kernel.Severity;

/// The columns of InnoDB's figures.
final class InnoDbColumns {
  private InnoDbColumns() {}

  static List<Column<InnoDbLine>> all(boolean merged) {
    var columns = new ArrayList<Column<InnoDbLine>>();
    Column<InnoDbLine> instance =
        Column.<InnoDbLine>text("instance", "Instance", 120, line -> line.instance().name())
            .keepEnds();
    columns.add(merged ? instance : instance.hidden());
    columns.add(
        Column.<InnoDbLine>text("group", "Part", 140, line -> line.figure().group())
            .orderedBy(Comparator.comparingInt(InnoDbLine::number)));
    columns.add(Column.text("name", "Figure", 240, line -> line.figure().name()));
    columns.add(
        Column.number(
            "value",
            "Value",
            150,
            (InnoDbLine line) -> line.figure().value(),
            (InnoDbLine line) -> line.figure().number()));
    columns.add(
        Column.<InnoDbLine>text("course", "Course", 130, InnoDbLine::bars)
            .drawn()
            .orderedBy(Comparator.comparingInt(InnoDbLine::number)));
    columns.add(
        Column.<InnoDbLine>text("mark", "State", 86, InnoDbColumns::mark)
            .pill(InnoDbColumns::colour)
            .orderedBy(Comparator.comparing((InnoDbLine line) -> line.figure().severity())));
    columns.add(
        Column.<InnoDbLine>text("words", "What is unusual", 380, line -> line.figure().words())
            .tip(line -> line.figure().words()));
    columns.add(
        Column.<InnoDbLine>text("key", "Key", 140, line -> line.figure().key()).mono().hidden());
    return columns;
  }

  private static String mark(InnoDbLine line) {
    return switch (line.figure().severity()) {
      case CRITICAL -> "critical";
      case WARNING -> "warning";
      case NOTICE -> "notice";
      case UNKNOWN, OK -> "";
    };
  }

  private static String colour(InnoDbLine line) {
    return switch (line.figure().severity()) {
      case CRITICAL -> "red";
      case WARNING -> "orange";
      case NOTICE -> "blue";
      case UNKNOWN, OK -> "";
    };
  }

  static Set<PseudoClass> states(InnoDbLine line) {
    if (line.figure().severity() == Severity.CRITICAL) {
      return Set.of(States.CRITICAL);
    }
    return line.figure().severity() == Severity.WARNING ? Set.of(States.WARNING) : Set.of();
  }
}
