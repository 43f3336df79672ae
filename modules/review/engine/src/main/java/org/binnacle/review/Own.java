package org.binnacle.review;

import java.util.List;

/// What the review itself has to say; these cannot be switched off, only the rest of the rules can.
public final class Own {
  public static final RuleInfo SYNTAX =
      RuleInfo.of("syntax.error", Level.ERROR)
          .says("The statement must be one that the server takes.")
          .because("It would fail with error 1064 where it is run.")
          .build();
  public static final RuleInfo NOT_REVIEWED =
      RuleInfo.of("syntax.not-reviewed", Level.NOTICE)
          .says("The statement is beyond what Binnacle reads.")
          .because("Only rules that look at single words have run on it.")
          .build();
  public static final RuleInfo RULE_FAILED =
      RuleInfo.of("review.rule-failed", Level.ERROR)
          .says("A rule crashed.")
          .because("Its findings on this statement are missing.")
          .build();
  public static final RuleInfo UNUSED_IGNORE =
      RuleInfo.of("review.unused-ignore", Level.NOTICE)
          .says("A suppression comment suppresses nothing.")
          .because("It hides what comes later, and tells readers of a problem that is not there.")
          .build();
  public static final RuleInfo UNKNOWN_IGNORE =
      RuleInfo.of("review.unknown-ignore", Level.NOTICE)
          .says("A suppression comment names a rule that does not exist.")
          .because("It suppresses nothing.")
          .build();

  private Own() {}

  public static List<RuleInfo> all() {
    return List.of(SYNTAX, NOT_REVIEWED, RULE_FAILED, UNUSED_IGNORE, UNKNOWN_IGNORE);
  }
}
