package org.binnacle.app.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
  private final Call call;
  private final Server server;
  private final Want want;
  private final SessionsView view;
  private final Duration interval;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private Optional<LiveScreen> screen = Optional.empty();

  SessionsWatch(Call call, Server server, Want want, SessionsView view, Duration interval) {
    this.call = call;
    this.server = server;
    this.want = want;
    this.view = view;
    this.interval = interval;
  }

  int run(ProcessSnapshot first) {
    call.cancel().onAsk(stopped::countDown);
    if (call.terminal().live() && !call.json()) {
      try (var live = new LiveScreen(call.terminal())) {
        screen = Optional.of(live);
        rounds(first);
      }
    } else {
      rounds(first);
    }
    // A reader that went away (`| head`) is an ordinary end.
    return call.cancel().asked() ? Fault.CANCELLED.kind().exitCode() : 0;
  }

  private void rounds(ProcessSnapshot first) {
    try {
      show(first);
      while (call.terminal().flushed()
          && !stopped.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      show(call.house().diagnosis().sessions(server, want));
    } catch (Fault fault) {
      if (fault.code().equals(Fault.BUG) || call.cancel().asked()) {
        throw fault;
      }
      if (screen.isPresent()) {
        screen.get().draw(List.of(trouble(fault)));
      } else {
        new Complaint(call.terminal()).tell(fault, call.json(), call.debug());
      }
    }
  }

  private void show(ProcessSnapshot seen) {
    if (call.json()) {
      call.document(view.document(seen));
    } else if (screen.isPresent()) {
      screen.get().draw(view.lines(seen));
    } else {
      call.say(LiveScreen.now());
      view.print(seen);
    }
  }

  private String trouble(Fault fault) {
    String happened = Harmless.line(new Words().of(fault).happened());
    return call.terminal().painted(Tone.RED, Cells.cut(happened, call.terminal().size().columns()));
  }
}
