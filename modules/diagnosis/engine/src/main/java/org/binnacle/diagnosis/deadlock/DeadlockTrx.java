package org.binnacle.diagnosis.deadlock;

import java.util.ArrayList;
import java.util.List;

/// One transaction of a deadlock. What the server does not tell is 0 or empty.
///
/// @param number as in `*** (1) TRANSACTION`
/// @param client user and host as the server wrote them, such as `10.0.4.9 app`
/// @param state such as `updating`
/// @param holds what it held
/// @param waits what it waited for
public record DeadlockTrx(
    int number,
    String trxId,
    long activeS,
    long connectionId,
    String client,
    String state,
    String sql,
    List<DeadlockLock> holds,
    List<DeadlockLock> waits) {

  public DeadlockTrx {
    holds = List.copyOf(holds);
    waits = List.copyOf(waits);
  }

  List<DeadlockLock> locks() {
    var all = new ArrayList<>(holds);
    all.addAll(waits);
    return all;
  }

  /// `#4711`, or `(1)` where the thread is not told.
  public String words() {
    return connectionId == 0 ? "(" + number + ")" : "#" + connectionId;
  }
}
