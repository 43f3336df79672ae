package org.binnacle.diagnosis.session;

/// How a thread stands in the queues for locks.
///
/// @param by whom it waits for, by connection id: `4711`, or `4711, 4712`; `trx 42342` for a
///   transaction without a connection; empty where it waits for nobody or the server does not tell
/// @param blocks how many wait for it, directly or through others; -1 where nobody was asked
/// @param root who stands at the head of its queue and waits for nobody: itself where only others
///   wait; empty where it is in no queue
/// @param inferred guessed from states and texts, not told by the server
public record Blocking(String by, int blocks, String root, boolean inferred) {

  /// In no queue.
  public static final Blocking NONE = new Blocking("", 0, "", false);

  /// Nobody was asked, or the server did not answer.
  public static final Blocking UNKNOWN = new Blocking("", -1, "", false);

  /// Whether others wait for it.
  public boolean blocker() {
    return blocks > 0;
  }
}
