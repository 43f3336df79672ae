package org.binnacle.diagnosis.view.incident;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.css.PseudoClass;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.fxkit.table.Column;
import org.binnacle.fxkit.theme.States;

/// The columns of the list of incidents.
final class IncidentColumns {
  private IncidentColumns() {}

  static List<Column<Incident.Head>> all() {
    return List.of(
        Column.text("at", "When", 156, (Incident.Head head) -> IncidentPanel.AT.format(head.at()))
            .orderedBy(Comparator.comparing(Incident.Head::at)),
        Column.text(
                "severity",
                "Severity",
                84,
                (Incident.Head head) -> head.severity().name().toLowerCase(Locale.ROOT))
            .orderedBy(Comparator.comparing(Incident.Head::severity))
            .pill(head -> SummaryView.colour(head.severity())),
        Column.text("title", "Instance", 130, Incident.Head::title).keepEnds(),
        Column.text("summary", "Cause", 460, Incident.Head::summary).tip(Incident.Head::summary),
        Column.text("trigger", "Trigger", 120, Incident.Head::trigger).tip(Incident.Head::trigger),
        Column.text("note", "Note", 140, Incident.Head::note),
        Column.text("masked", "Masked", 64, (Incident.Head head) -> head.masked() ? "yes" : ""));
  }

  static Set<PseudoClass> states(Incident.Head head) {
    return switch (head.severity()) {
      case CRITICAL -> Set.of(States.CRITICAL);
      case WARNING, UNKNOWN -> Set.of(States.WARNING);
      case NOTICE, OK -> Set.of();
    };
  }
}
