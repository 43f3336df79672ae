package org.binnacle.app.cli;

import org.binnacle.kernel.Progress;

/// Long work on standard error: a line for each step and each tenth of it. Lines, not a bar: a
/// build that runs us passes lines on and swallows the rest.
final class CallProgress implements Progress {
  private final Call call;
  private String step = "";
  private long tenth = -1;

  CallProgress(Call call) {
    this.call = call;
  }

  @Override
  public synchronized void at(String what, long done, long total) {
    long now = total > 0 ? done * 10 / total : 0;
    if (what.equals(step) && now == tenth) {
      return;
    }
    boolean known = total > 0 && done > 0;
    step = what;
    tenth = now;
    call.tell(known ? "%s: %d %%".formatted(what, done * 100 / total) : what);
  }
}
