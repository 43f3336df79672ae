package org.binnacle.review.rule.script;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.ScriptSubject;
import org.binnacle.review.Subject;
import org.binnacle.sql.Span;
import org.binnacle.sql.Statement;

/// The last statement should end with its delimiter.
public final class MissingTerminator implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("syntax.missing-terminator", Level.NOTICE)
          .says("The last statement should end with its delimiter.")
          .because(
              "Where scripts are piped or put together, the last statement is lost "
                  + "or runs into the next.")
          .bad("SELECT 1; SELECT 2")
          .good("SELECT 1; SELECT 2;")
          .near("SELECT 1\\G")
          .near("SELECT 1")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean onAnything() {
    return true;
  }

  @Override
  public void checkScript(ScriptSubject script, Findings out) {
    if (script.statements().size() < 2) {
      return;
    }
    Subject last = script.statements().getLast();
    if (last.statement().ending() == Statement.Ending.END_OF_TEXT) {
      int end = last.text().length();
      out.at(last, new Span(Math.max(0, end - 1), end), "", "The last statement has no delimiter.");
    }
  }
}
