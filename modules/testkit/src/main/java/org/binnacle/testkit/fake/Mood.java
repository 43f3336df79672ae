package org.binnacle.testkit.fake;

/// How a fake server behaves.
public enum Mood {
  HEALTHY,
  /// 200 sessions at work where 5 are usual.
  BUSY,
  /// 41 sessions wait for a row lock of an idle transaction.
  LOCK_PILE,
  /// A replica that is ten minutes behind.
  LAG,
  /// A replica whose applier has stopped.
  REPLICA_STOPPED,
  /// 200 ms for each answer.
  FAR_AWAY,
  /// Greets, then says nothing more; present connections hang too.
  HANG_AFTER_HANDSHAKE,
  /// Sends the head of a result and no rows.
  HANG_MID_RESULT,
  /// Resets each connection when asked something.
  RESET,
  /// Refuses with 1040; present connections are closed.
  TOO_MANY,
  /// Refuses the login with 1045; present connections are closed.
  DENIED,
  /// Takes the connection and never says a word.
  BLACK_HOLE,
  /// Answers with bytes that are no packet.
  GARBAGE,
  /// One row of 16 MB in each answer.
  HUGE_ROW
}
