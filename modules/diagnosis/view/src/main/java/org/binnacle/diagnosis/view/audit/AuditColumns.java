package org.binnacle.diagnosis.view.audit;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.css.PseudoClass;
import org.binnacle.fxkit.table.Column;
import org.binnacle.fxkit.theme.States;
import org.binnacle.kernel.AuditEntry;

/// The columns of the audit log.
final class AuditColumns {
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT)
          .withZone(ZoneId.systemDefault());

  private AuditColumns() {}

  static List<Column<AuditEntry>> all() {
    return List.of(
        Column.text("at", "When", 150, (AuditEntry entry) -> at(entry))
            .orderedBy(Comparator.comparing(AuditEntry::at)),
        Column.text("actor", "Who", 90, AuditEntry::actor),
        Column.text("instance", "Instance", 110, (AuditEntry entry) -> entry.instance().name())
            .keepEnds(),
        Column.text("act", "Act", 96, AuditEntry::act),
        Column.text("outcome", "Outcome", 92, AuditColumns::outcome).icon(AuditColumns::icon),
        Column.text("target", "Target", 190, AuditEntry::target),
        Column.text("sql", "SQL", 150, AuditEntry::sql).mono(),
        Column.text("reason", "Reason", 110, AuditEntry::reason),
        Column.text("detail", "Detail", 160, AuditEntry::detail));
  }

  static String at(AuditEntry entry) {
    return AT.format(entry.at());
  }

  static String outcome(AuditEntry entry) {
    return entry.outcome().name().toLowerCase(Locale.ROOT);
  }

  private static String icon(AuditEntry entry) {
    return switch (entry.outcome()) {
      case ASKED -> "mdi2c-chat-question-outline";
      case DONE -> "mdi2c-check-circle-outline";
      case GONE -> "mdi2c-check";
      case SKIPPED -> "mdi2d-debug-step-over";
      case REFUSED -> "mdi2l-lock-outline";
      case FAILED -> "mdi2a-alert-octagon-outline";
      case UNKNOWN -> "mdi2h-help-circle-outline";
    };
  }

  static Set<PseudoClass> states(AuditEntry entry) {
    return switch (entry.outcome()) {
      case FAILED, UNKNOWN -> Set.of(States.CRITICAL);
      case REFUSED -> Set.of(States.WARNING);
      case ASKED, GONE, SKIPPED -> Set.of(States.ASLEEP);
      case DONE -> Set.of();
    };
  }
}
