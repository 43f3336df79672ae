package org.binnacle.review.rule.script;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.Token;

/// A script should keep to the isolation level of the team.
public final class IsolationLevel implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("script.isolation-level", Level.NOTICE)
          .says("A script should keep to the isolation level of the team.")
          .because("Others lock more, or see less than its author expects.")
          .param("allowed", List.of("READ COMMITTED", "REPEATABLE READ"), "levels that may be set")
          .bad("SET SESSION TRANSACTION ISOLATION LEVEL READ UNCOMMITTED;")
          .good("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED;")
          .near("START TRANSACTION READ ONLY;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    if (!s.begins("SET")) {
      return;
    }
    List<Token> all = s.tokens();
    for (int i = 1; i + 2 < all.size(); i++) {
      if (all.get(i).isWord(s.text(), "ISOLATION") && all.get(i + 1).isWord(s.text(), "LEVEL")) {
        String level =
            all.subList(i + 2, Math.min(all.size(), i + 4)).stream()
                .map(t -> t.in(s.text()).toUpperCase(Locale.ROOT))
                .filter(w -> !w.equals(","))
                .collect(Collectors.joining(" "));
        if (out.list("allowed").stream().noneMatch(level::startsWith)) {
          out.at(s.whole(), "", "The isolation level " + level + " is not one of the team's.");
        }
      }
    }
  }
}
