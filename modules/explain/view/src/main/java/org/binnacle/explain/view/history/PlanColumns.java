package org.binnacle.explain.view.history;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import javafx.css.PseudoClass;
import org.binnacle.explain.history.KeptHead;
import org.binnacle.explain.mouth.Figures;
import org.binnacle.explain.view.plan.Origins;
import org.binnacle.fxkit.table.Column;
import org.binnacle.fxkit.theme.States;

/// What the list of kept plans shows of each.
final class PlanColumns {
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss", Locale.ROOT)
          .withZone(ZoneId.systemDefault());

  private PlanColumns() {}

  static List<Column<KeptHead>> all() {
    return List.of(
        Column.text("at", "Made", 172, (KeptHead plan) -> at(plan.at()))
            .orderedBy(Comparator.comparing(KeptHead::at)),
        Column.text("instance", "Instance", 120, KeptHead::instance)
            .keepEnds()
            .tip(plan -> Origins.words(plan.origin())),
        Column.text("database", "Database", 90, KeptHead::database),
        Column.text("version", "Version", 84, KeptHead::version),
        Column.text("changed", "Plan", 214, PlanColumns::changed)
            .orderedBy(Comparator.comparing(KeptHead::changed))
            .pill(plan -> plan.changed() ? "orange" : ""),
        Column.text("name", "Name", 130, KeptHead::name)
            .icon(plan -> plan.pinned() ? "mdi2p-pin" : "")
            .orderedBy(
                Comparator.comparing(KeptHead::pinned)
                    .reversed()
                    .thenComparing(KeptHead::name, String.CASE_INSENSITIVE_ORDER)),
        number("cost", "Cost", plan -> plan.shape().cost()),
        number("ms", "Total ms", plan -> plan.shape().ms()),
        Column.number(
            "steps",
            "Steps",
            56,
            (KeptHead plan) -> Integer.toString(plan.shape().steps()),
            plan -> plan.shape().steps()),
        Column.text("statement", "Statement", 520, (KeptHead plan) -> line(plan.statement()))
            .mono()
            .tip(KeptHead::statement),
        Column.text("format", "Format", 90, (KeptHead plan) -> plan.shape().format()).hidden(),
        Column.text("digest", "Digest", 140, KeptHead::digest).hidden(),
        Column.text("id", "Id", 80, KeptHead::shortId).hidden());
  }

  private static Column<KeptHead> number(
      String id, String title, java.util.function.Function<KeptHead, OptionalDouble> of) {
    return Column.number(
        id,
        title,
        80,
        plan -> {
          OptionalDouble value = of.apply(plan);
          return value.isEmpty() ? "" : Figures.plain(Math.round(value.getAsDouble() * 10) / 10.0);
        },
        plan -> of.apply(plan).orElse(Double.NaN));
  }

  private static String changed(KeptHead plan) {
    return plan.beforeAt().map(at -> "changed since " + shortly(at)).orElse("");
  }

  private static String shortly(Instant at) {
    return DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ROOT)
        .withZone(ZoneId.systemDefault())
        .format(at);
  }

  static String at(Instant at) {
    return AT.format(at);
  }

  static String line(String sql) {
    String line = sql.strip().replaceAll("\\s+", " ");
    return line.length() > 400 ? line.substring(0, 400) + "…" : line;
  }

  static Set<PseudoClass> states(KeptHead plan) {
    return plan.changed() ? Set.of(States.WARNING) : Set.of();
  }
}
