package org.binnacle.diagnosis.view.kill;

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
/// @param live they are there now, so they can be killed
record RuleTrial(List<RuleLine> lines, String words, boolean live) {

  RuleTrial {
    lines = List.copyOf(lines);
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
          false);
    }
    MergedKill.Ruled ruled = kit.diagnosis().planKill(instances, verb, rule);
    var told =
        new StringBuilder(
            words(
                ruled.matched(), ruled.taken(), ruled.left(), ruled.spared(), ruled.sparedWords()));
    if (!ruled.unsure().isEmpty()) {
      told.append("; ").append(ruled.unsure());
    }
    ruled
        .plan()
        .failed()
        .forEach(
            (instance, fault) ->
                told.append("; %s does not answer: %s".formatted(instance.name(), fault.detail())));
    return new RuleTrial(
        ruled.plan().victims().stream().map(RuleLine::of).toList(), told.toString(), true);
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
