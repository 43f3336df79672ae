package org.binnacle.app.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/// How wide the terminal is now: COLUMNS where it is set, else what `stty size` says of the
/// controlling terminal (Java has no call for it), else 100.
final class TerminalWidth implements IntSupplier {
  private static final int UNKNOWN = 100;
  private static final long ASK_AGAIN_NS = TimeUnit.SECONDS.toNanos(2);

  private final int fixed;
  private int last;
  private long askedAtNs;

  TerminalWidth(Map<String, String> environment) {
    this.fixed = number(environment.getOrDefault("COLUMNS", ""));
  }

  /// Asks at most every two seconds, so that a redrawing command follows a resized window.
  @Override
  public synchronized int getAsInt() {
    if (fixed > 0) {
      return fixed;
    }
    if (last == 0 || System.nanoTime() - askedAtNs > ASK_AGAIN_NS) {
      int answer = ask();
      last = answer > 0 ? answer : UNKNOWN;
      askedAtNs = System.nanoTime();
    }
    return last;
  }

  private static int ask() {
    var terminal = new File("/dev/tty");
    if (!terminal.exists()) {
      return 0;
    }
    try {
      var stty = new ProcessBuilder("stty", "size").redirectInput(terminal).start();
      String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      stty.waitFor();
      int blank = answer.indexOf(' ');
      return blank < 0 ? 0 : number(answer.substring(blank + 1).strip());
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private static int number(String text) {
    try {
      return Math.max(0, Integer.parseInt(text));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
