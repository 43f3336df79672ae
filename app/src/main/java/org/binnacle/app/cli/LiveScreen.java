package org.binnacle.app.cli;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.binnacle.app.cli.Terminal.Tone;

/// The terminal's other screen, drawn over again and again; the first one comes back at the end.
final class LiveScreen implements AutoCloseable {
  private static final String HOME = "\u001b[H";
  private static final String LINE_END = "\u001b[K";
  private static final String BELOW = "\u001b[J";
  private static final String OTHER_SCREEN = "\u001b[?1049h\u001b[?25l";
  private static final String FIRST_SCREEN = "\u001b[?25h\u001b[?1049l";

  private final Terminal terminal;

  LiveScreen(Terminal terminal) {
    this.terminal = terminal;
    terminal.out().print(OTHER_SCREEN);
  }

  /// As many lines as fit, under a line with the time.
  void draw(List<String> lines) {
    var screen = new ArrayList<String>();
    screen.add(terminal.painted(Tone.FAINT, now() + "  Ctrl+C ends"));
    screen.addAll(Folded.all(lines, terminal));
    int fits = Math.max(2, terminal.size().rows() - 1);
    var text = new StringBuilder(HOME);
    screen.stream().limit(fits).forEach(line -> text.append(line).append(LINE_END).append('\n'));
    terminal.out().print(text.append(BELOW));
    terminal.flushed();
  }

  static String now() {
    return LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  @Override
  public void close() {
    terminal.out().print(FIRST_SCREEN);
    terminal.flushed();
  }
}
