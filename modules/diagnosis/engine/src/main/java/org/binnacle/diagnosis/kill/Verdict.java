package org.binnacle.diagnosis.kill;

/// What the preview says of one victim.
public sealed interface Verdict {

  /// It will be killed if it is unchanged then.
  ///
  /// @param changed it runs another statement than the one that was seen when it was chosen
  record Go(boolean changed) implements Verdict {}

  /// It is never killed from here.
  record Protected(String why) implements Verdict {}

  /// KILL QUERY would do nothing: it sleeps.
  record NothingRuns() implements Verdict {}

  /// It has ended, or it belongs to somebody else whose sessions this account may not see.
  ///
  /// @param grant the statement that would let it see them
  record Unseen(String grant) implements Verdict {
    public String words() {
      return "not seen: it has ended, or this account may not see it; allowed by: " + grant;
    }
  }

  /// It has ended, or its id belongs to another thread now.
  record Gone() implements Verdict {}
}
