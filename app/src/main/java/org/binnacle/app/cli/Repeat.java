package org.binnacle.app.cli;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.binnacle.app.cli.Terminal.Tone;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Words;

/// Shows something once, or again and again until the user stops it or nobody reads any more. A
/// server that stops answering is told and asked again.
final class Repeat {
  private static final String HOME = "\u001b[H";
  private static final String LINE_END = "\u001b[K";
  private static final String BELOW = "\u001b[J";
  private static final String OTHER_SCREEN = "\u001b[?1049h\u001b[?25l";
  private static final String FIRST_SCREEN = "\u001b[?25h\u001b[?1049l";

  private final Call call;
  private final Supplier<Shown> look;
  private final CountDownLatch stopped = new CountDownLatch(1);

  /// One look, as lines for people (already harmless) and as a document.
  record Shown(List<String> lines, Object document) {}

  Repeat(Call call, Supplier<Shown> look) {
    this.call = call;
    this.look = look;
  }

  int once() {
    show(look.get(), false);
    return 0;
  }

  int every(Duration interval) {
    call.cancel().onAsk(stopped::countDown);
    boolean redraw = call.terminal().live() && !call.json();
    Shown first = look.get();
    if (redraw) {
      call.terminal().out().print(OTHER_SCREEN);
    }
    try {
      show(first, redraw);
      while (call.terminal().flushed()
          && !stopped.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
        again(redraw);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (redraw) {
        call.terminal().out().print(FIRST_SCREEN);
        call.terminal().flushed();
      }
    }
    return call.cancel().asked() ? Fault.CANCELLED.kind().exitCode() : 0;
  }

  private void again(boolean redraw) {
    try {
      show(look.get(), redraw);
    } catch (Fault fault) {
      if (fault.code().equals(Fault.BUG) || call.cancel().asked()) {
        throw fault;
      }
      if (redraw) {
        draw(List.of(trouble(fault)));
      } else {
        new Complaint(call.terminal()).tell(fault, call.json(), call.debug());
      }
    }
  }

  private void show(Shown seen, boolean redraw) {
    if (call.json()) {
      call.document(seen.document());
    } else if (redraw) {
      draw(seen.lines());
    } else {
      Folded.all(seen.lines(), call.terminal()).forEach(call.terminal().out()::println);
    }
  }

  private void draw(List<String> lines) {
    var screen = new ArrayList<String>();
    String now = LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS).toString();
    screen.add(call.terminal().painted(Tone.FAINT, now + "  Ctrl+C ends"));
    screen.addAll(Folded.all(lines, call.terminal()));
    int fits = Math.max(2, call.terminal().size().rows() - 1);
    var text = new StringBuilder(HOME);
    screen.stream().limit(fits).forEach(line -> text.append(line).append(LINE_END).append('\n'));
    call.terminal().out().print(text.append(BELOW));
  }

  private String trouble(Fault fault) {
    String happened = Harmless.line(new Words().of(fault).happened());
    return call.terminal().painted(Tone.RED, Cells.cut(happened, call.terminal().size().columns()));
  }
}
