package org.binnacle.review.live;

import org.binnacle.kernel.Fault;
import org.binnacle.kernel.FaultCode;

/// A rule asked a server what it did not tell: the rule has not run where it wanted to. Ends the
/// rule on the statement, never the review.
public final class Unanswered extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String why;
  private final boolean ours;

  private Unanswered(String why, boolean ours) {
    super(why);
    this.why = why;
    this.ours = ours;
  }

  /// @param fault what asking ended with; a lost connection is none of these
  static Unanswered of(Fault fault) {
    return new Unanswered(Untold.words(fault), isOurs(fault));
  }

  static Unanswered of(Untold untold) {
    return new Unanswered(untold.why(), untold.ours());
  }

  /// The server's own words.
  public String why() {
    return why;
  }

  /// Whether the question itself was wrong: a bug of Binnacle, which must not pass for a refusal.
  public boolean isOurs() {
    return ours;
  }

  /// Statements that a server does not understand, and names that it does not know, are of our own
  /// questions: those of the script come as values.
  static boolean isOurs(Fault fault) {
    return fault.code().kind() == FaultCode.Kind.BUG
        || fault.code().id().equals("sql.syntax")
        || fault.detail().startsWith("1054: ")
        || fault.detail().startsWith("1064: ");
  }
}
