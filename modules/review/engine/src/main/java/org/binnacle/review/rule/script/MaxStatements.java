package org.binnacle.review.rule.script;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.ScriptSubject;
import org.binnacle.review.Subject;

/// A script should hold no more statements than a reviewer can read and an operator can undo.
public final class MaxStatements implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("script.max-statements", Level.WARNING)
          .says(
              "A script should hold no more statements than a reviewer can read and "
                  + "an operator can undo.")
          .because("A long script fails in the middle, and what was done before stays " + "done.")
          .param("max", 500, "statements in one script")
          .with("max", 2)
          .bad("SELECT 1; SELECT 2; SELECT 3;")
          .good("SELECT 1; SELECT 2;")
          .near("SELECT 1; -- SELECT 2; SELECT 3;\nSELECT 'a; b; c';")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkScript(ScriptSubject script, Findings out) {
    int max = out.number("max");
    if (script.statements().size() > max) {
      Subject first = script.statements().get(max);
      out.at(
          first,
          first.head(),
          "",
          "The script has %d statements, %d are allowed: cut it."
              .formatted(script.statements().size(), max));
    }
  }
}
