package org.binnacle.diagnosis.view.kill;

import java.util.ArrayList;
import java.util.List;
import org.binnacle.diagnosis.kill.KillRule;
import org.binnacle.diagnosis.kill.MergedKill;
import org.binnacle.diagnosis.kill.RuleText;
import org.binnacle.diagnosis.kill.Verb;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.kernel.InstanceRef;

/// Whom a rule takes of a source.
///
/// @param words `12 match, 1 taken, 2 protected: a connection of Binnacle (2)`
/// @param unsure what is not known of whom it should leave alone, and who does not answer; a line
///   each
/// @param live they are there now, so they can be killed
record RuleTrial(List<RuleLine> lines, String words, List<String> unsure, boolean live) {

  RuleTrial {
    lines = List.copyOf(lines);
    unsure = List.copyOf(unsure);
  }

  /// Blocks.
  ///
  /// @throws org.binnacle.kernel.Fault where the text is no rule or the source can't be read
  static RuleTrial of(
      Kit kit, List<InstanceRef> instances, RuleSource source, Verb verb, String text) {
    KillRule rule = RuleText.parse(text);
    var stored = source.rows(kit);
    if (stored.isPresent()) {
      KillRule.Choice choice = kit.diagnosis().kill().tryOn(stored.get(), rule);
      return new RuleTrial(
          choice.victims().stream().map((ProcessRow row) -> RuleLine.of(row)).toList(),
          words(
              choice.matched().size(),
              choice.victims().size(),
              choice.left(),
              choice.spared().size(),
              choice.sparedWords()),
          List.of(),
          false);
    }
    MergedKill.Ruled ruled = kit.diagnosis().planKill(instances, verb, rule);
    var unsure = new ArrayList<String>();
    if (!ruled.unsure().isEmpty()) {
      unsure.add(Character.toUpperCase(ruled.unsure().charAt(0)) + ruled.unsure().substring(1));
    }
    ruled
        .plan()
        .failed()
        .forEach(
            (instance, fault) ->
                unsure.add("%s does not answer: %s".formatted(instance.name(), fault.detail())));
    return new RuleTrial(
        ruled.plan().victims().stream().map(RuleLine::of).toList(),
        words(ruled.matched(), ruled.taken(), ruled.left(), ruled.spared(), ruled.sparedWords()),
        unsure,
        true);
  }

  private static String words(int matched, int taken, int left, int spared, String why) {
    return "%,d match, %,d taken%s%s"
        .formatted(
            matched,
            taken,
            left == 0 ? "" : ", %,d more left by max".formatted(left),
            spared == 0 ? "" : ", %,d protected: %s".formatted(spared, why));
  }
}
