package org.binnacle.review.view.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import org.binnacle.fxkit.table.Column;
import org.binnacle.fxkit.theme.States;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.rule.Rules;
import org.binnacle.review.set.RuleSet;
import org.binnacle.review.set.RuleSetDraft;
import org.binnacle.review.set.RuleSetText;
import org.binnacle.review.view.script.LevelLook;

/// A line of the list of rules: a family's head, or a rule as the set has it.
///
/// @param level its word in the set, `off` included; empty for heads
/// @param own whether the set itself says something of it
record RuleRow(
    String id, int family, Optional<RuleInfo> rule, String level, boolean own, String words) {

  static List<RuleRow> of(RuleSet set, RuleSetDraft draft, String search) {
    var all = new ArrayList<RuleRow>();
    var infos = new ArrayList<RuleInfo>();
    Rules.shipped().forEach(r -> infos.add(r.info()));
    set.custom().stream().map(Rule::info).forEach(infos::add);
    List<String> families = infos.stream().map(RuleInfo::family).distinct().toList();
    for (int i = 0; i < families.size(); i++) {
      String family = families.get(i);
      var rows = new ArrayList<RuleRow>();
      int number = i;
      infos.stream()
          .filter(r -> r.family().equals(family) && fits(r, search))
          .forEach(
              r ->
                  rows.add(
                      new RuleRow(
                          r.id(),
                          number,
                          Optional.of(r),
                          RuleSetText.level(set, r),
                          draft.says(r),
                          r.says())));
      if (!rows.isEmpty()) {
        long on = rows.stream().filter(r -> !r.level().equals("off")).count();
        String words =
            "%s   %,d rule%s, %,d on"
                .formatted(family, rows.size(), rows.size() == 1 ? "" : "s", on);
        all.add(new RuleRow("family " + family, number, Optional.empty(), "", false, words));
        all.addAll(rows);
      }
    }
    return all;
  }

  private static boolean fits(RuleInfo rule, String search) {
    String all = (rule.id() + " " + rule.says() + " " + rule.because()).toLowerCase(Locale.ROOT);
    for (String word : search.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
      if (!all.contains(word)) {
        return false;
      }
    }
    return true;
  }

  static int byFamily(RuleRow a, RuleRow b) {
    int families = Integer.compare(a.family, b.family);
    return families != 0 ? families : Boolean.compare(a.rule.isPresent(), b.rule.isPresent());
  }

  Set<PseudoClass> states() {
    if (rule.isEmpty()) {
      return Set.of(States.GROUP);
    }
    return Set.of(Level.named(level).map(LevelLook::state).orElse(States.ASLEEP));
  }

  static List<Column<RuleRow>> columns() {
    return List.of(
        Column.text("level", "Level", 92, RuleRow::level)
            .icon(
                row ->
                    Level.named(row.level())
                        .map(LevelLook::icon)
                        .orElse(row.rule().isPresent() ? "mdi2m-minus-circle-off-outline" : ""))
            .orderedBy(Comparator.comparingInt(RuleRow::rank)),
        Column.text("rule", "Rule", 190, (RuleRow row) -> row.rule().map(RuleInfo::id).orElse("")),
        Column.text("says", "What it asks for", 330, RuleRow::words),
        Column.text("own", "Set here", 66, (RuleRow row) -> row.own() ? "yes" : ""),
        Column.text(
            "needs",
            "Needs",
            84,
            (RuleRow row) ->
                row.rule()
                    .map(RuleInfo::need)
                    .filter(n -> n != Need.TEXT)
                    .map(Need::words)
                    .orElse("")));
  }

  private int rank() {
    return Level.named(level).map(Enum::ordinal).orElse(9);
  }
}
