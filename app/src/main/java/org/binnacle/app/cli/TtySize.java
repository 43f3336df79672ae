package org.binnacle.app.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// How large the terminal is now: COLUMNS and LINES where they are set, else what `stty size` says
/// of the controlling terminal (Java has no call for it), else 100 by 40.
final class TtySize implements Terminal.Size {
  private static final long ASK_AGAIN_NS = TimeUnit.SECONDS.toNanos(2);

  private final int fixedColumns;
  private final int fixedRows;
  private int columns;
  private int rows;
  private long askedAtNs;

  TtySize(Map<String, String> environment) {
    this.fixedColumns = number(environment.getOrDefault("COLUMNS", ""));
    this.fixedRows = number(environment.getOrDefault("LINES", ""));
  }

  @Override
  public synchronized int columns() {
    if (fixedColumns > 0) {
      return fixedColumns;
    }
    ask();
    return columns;
  }

  @Override
  public synchronized int rows() {
    if (fixedRows > 0) {
      return fixedRows;
    }
    ask();
    return rows;
  }

  /// At most every two seconds, so that a redrawing command follows a resized window.
  private void ask() {
    if (columns > 0 && System.nanoTime() - askedAtNs < ASK_AGAIN_NS) {
      return;
    }
    String[] answer = answer().split(" ", -1);
    rows = answer.length == 2 && number(answer[0]) > 0 ? number(answer[0]) : 40;
    columns = answer.length == 2 && number(answer[1]) > 0 ? number(answer[1]) : 100;
    askedAtNs = System.nanoTime();
  }

  private static String answer() {
    var terminal = new File("/dev/tty");
    if (!terminal.exists()) {
      return "";
    }
    try {
      var stty = new ProcessBuilder("stty", "size").redirectInput(terminal).start();
      String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      stty.waitFor();
      return answer.strip();
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
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
