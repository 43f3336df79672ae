package org.binnacle.review.live;

/// What a server said when it was asked for a plan.
public sealed interface PlanAnswer {

  record Planned(PlanFacts facts) implements PlanAnswer {}

  /// It does not take the statement.
  ///
  /// @param code the server's error number
  record Refused(int code, String message) implements PlanAnswer {}

  /// It was not asked, or could not answer.
  record NotAsked(String why) implements PlanAnswer {}
}
