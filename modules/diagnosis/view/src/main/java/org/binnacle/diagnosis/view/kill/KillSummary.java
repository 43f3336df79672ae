package org.binnacle.diagnosis.view.kill;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import org.binnacle.diagnosis.kill.KillPlan;
import org.binnacle.diagnosis.kill.MergedPlan;
import org.binnacle.diagnosis.kill.Rollback;
import org.binnacle.diagnosis.kill.Verb;

/// What a preview comes to, in sentences.
final class KillSummary extends Label {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

  /// @param told a sentence of the caller's; empty for none
  KillSummary(MergedPlan plan, String told) {
    super(words(plan, told));
    setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
  }

  static String words(MergedPlan plan, String told) {
    int all = plan.victims().size();
    var text = new StringBuilder("%,d of %,d will be killed".formatted(plan.going(), all));
    if (plan.several() && plan.going() > 0) {
      text.append(": ")
          .append(
              plan.acting().stream()
                  .map(one -> "%,d on %s".formatted(one.going().size(), one.instance().name()))
                  .collect(Collectors.joining(", ")));
    }
    text.append('.');
    if (all > plan.going()) {
      text.append(" Those struck out are left alone; the last column says why.");
    }
    text.append(rollback(plan));
    text.append(" Each is checked again just before; one that has changed is skipped.");
    if (plan.going() > 0) {
      plan.holdsUntil()
          .ifPresent(
              until -> text.append(" The preview holds until %s.".formatted(CLOCK.format(until))));
    }
    plan.failed()
        .forEach(
            (instance, fault) ->
                text.append(
                    "\n%s does not answer, nothing is killed there: %s"
                        .formatted(instance.name(), fault.detail())));
    return told.isEmpty() ? text.toString() : text.append('\n').append(told).toString();
  }

  private static String rollback(MergedPlan plan) {
    long rows = plan.rowsToRollBack();
    Optional<Rollback> longest =
        plan.acting().stream()
            .flatMap(one -> one.longestRollback().stream())
            .max(Comparator.comparingLong(one -> one.us().orElse(Long.MAX_VALUE)));
    if (longest.isEmpty()) {
      return "";
    }
    if (rows == 0) {
      return " What has to be rolled back is not known: this account may not see transactions.";
    }
    String most =
        plan.several()
            ? plan.acting().stream()
                .filter(one -> one.rowsToRollBack() > 0)
                .map(one -> "%,d on %s".formatted(one.rowsToRollBack(), one.instance().name()))
                .collect(Collectors.joining(", ", " (", ")"))
            : "";
    String needs =
        plan.acting().stream().anyMatch(KillSummary::many)
            ? " A rollback of a million rows can take many minutes and can't be stopped."
            : "";
    Rollback told = longest.get();
    String time =
        told.us().isEmpty()
            ? " How long that takes is not known where transactions may not be seen."
            : " That takes %s (%s).".formatted(told.time(), told.why());
    return " %s%,d modified %s to be rolled back%s.%s%s"
        .formatted(
            plan.verb() == Verb.QUERY ? "At most " : "",
            rows,
            rows == 1 ? "row has" : "rows have",
            most,
            time,
            needs);
  }

  private static boolean many(KillPlan plan) {
    return plan.rowsToRollBack() >= KillPlan.MANY_ROWS;
  }
}
