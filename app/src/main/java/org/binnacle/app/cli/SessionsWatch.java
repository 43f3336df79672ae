package org.binnacle.app.cli;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.binnacle.app.cli.Terminal.Tone;
import org.binnacle.diagnosis.session.ProcessSnapshot;
import org.binnacle.diagnosis.session.Want;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Words;
import org.binnacle.mysql.Server;

/// Looks again and again until the user stops it or nobody reads any more. A server that stops
/// answering is told and asked again: an incident is no reason to leave.
final class SessionsWatch {
  private static final String HOME = "\u001b[H";
  private static final String LINE_END = "\u001b[K";
  private static final String BELOW = "\u001b[J";
  private static final String OTHER_SCREEN = "\u001b[?1049h\u001b[?25l";
  private static final String FIRST_SCREEN = "\u001b[?25h\u001b[?1049l";

  private final Call call;
  private final Server server;
  private final Want want;
  private final SessionsView view;
  private final Duration interval;
  private final CountDownLatch stopped = new CountDownLatch(1);

  SessionsWatch(Call call, Server server, Want want, SessionsView view, Duration interval) {
    this.call = call;
    this.server = server;
    this.want = want;
    this.view = view;
    this.interval = interval;
  }

  int run(ProcessSnapshot first) {
    call.cancel().onAsk(stopped::countDown);
    boolean redraw = call.terminal().live() && !call.json();
    if (redraw) {
      call.terminal().out().print(OTHER_SCREEN);
    }
    try {
      show(first, redraw);
      while (call.terminal().flushed()
          && !stopped.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
        look(redraw);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (redraw) {
        call.terminal().out().print(FIRST_SCREEN);
        call.terminal().flushed();
      }
    }
    // A reader that went away (`| head`) is an ordinary end.
    return call.cancel().asked() ? Fault.CANCELLED.kind().exitCode() : 0;
  }

  private void look(boolean redraw) {
    try {
      show(call.house().diagnosis().sessions(server, want), redraw);
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

  private void show(ProcessSnapshot seen, boolean redraw) {
    if (call.json()) {
      call.document(view.document(seen));
    } else if (redraw) {
      draw(view.lines(seen));
    } else {
      call.say(now());
      view.print(seen);
    }
  }

  private void draw(List<String> lines) {
    var screen = new ArrayList<String>();
    screen.add(call.terminal().painted(Tone.FAINT, now() + "  Ctrl+C ends"));
    screen.addAll(lines);
    int fits = Math.max(2, call.terminal().size().rows() - 1);
    var text = new StringBuilder(HOME);
    screen.stream().limit(fits).forEach(line -> text.append(line).append(LINE_END).append('\n'));
    call.terminal().out().print(text.append(BELOW));
  }

  private String trouble(Fault fault) {
    String happened = Harmless.line(new Words().of(fault).happened());
    return call.terminal().painted(Tone.RED, Cells.cut(happened, call.terminal().size().columns()));
  }

  private static String now() {
    return LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
