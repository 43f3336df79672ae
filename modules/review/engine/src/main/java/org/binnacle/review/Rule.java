package org.binnacle.review;

/// One rule. It keeps nothing between calls: one object serves all reviews and threads.
public interface Rule {

  RuleInfo info();

  /// Looks at one statement, which the grammar has understood unless {@link #onAnything} says that
  /// the rule wants the others too. The schema is as it is before the statement.
  default void check(Subject subject, Findings out) {}

  /// Looks at the whole script after its last statement.
  default void checkScript(ScriptSubject script, Findings out) {}

  /// Whether it reads tokens only, so that statements which nobody understood are looked at too.
  default boolean onAnything() {
    return false;
  }
}
