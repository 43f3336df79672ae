package org.binnacle.app.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.binnacle.diagnosis.pulse.Beat;
import org.binnacle.diagnosis.pulse.FleetPulse;
import org.binnacle.diagnosis.pulse.FleetState;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.FaultCode;
import org.binnacle.kernel.Severity;
import org.binnacle.mysql.ConnectFaults;

/// Looks at the fleet for the command line: once, or until the user stops it or nobody reads any
/// more.
final class BoardLooks {
  /// What has not answered twice by then is shown as it is.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int FOUND = 1;
  private static final Set<FaultCode> LASTING =
      Set.of(
          ConnectFaults.DENIED,
          ConnectFaults.PASSWORD_EXPIRED,
          ConnectFaults.TLS,
          ConnectFaults.PUBLIC_KEY,
          ConnectFaults.UNSUPPORTED,
          ConnectFaults.UNKNOWN_HOST);

  private final Call call;
  private final BoardView view;
  private final Duration interval;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final AtomicReference<Optional<FleetState>> newest =
      new AtomicReference<>(Optional.empty());

  BoardLooks(Call call, BoardView view, Duration interval) {
    this.call = call;
    this.view = view;
    this.interval = interval;
  }

  /// Two looks at each instance a second apart: one alone knows no rates.
  int once() {
    call.cancel().onAsk(stopped::countDown);
    try (FleetPulse _ = pulse(Duration.ofSeconds(1))) {
      FleetState seen = gathered();
      if (call.cancel().asked()) {
        return Fault.CANCELLED.kind().exitCode();
      }
      view.print(seen, Instant.now());
      boolean critical =
          view.rows(seen, Instant.now()).stream()
              .anyMatch(beat -> beat.severity() == Severity.CRITICAL);
      return critical ? FOUND : 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Fault.CANCELLED.kind().exitCode();
    }
  }

  private Optional<FleetState> newest() {
    return Objects.requireNonNullElse(newest.get(), Optional.empty());
  }

  private FleetPulse pulse(Duration every) {
    return call.house()
        .diagnosis()
        .pulse(
            every,
            state -> {
              view.seen(state, Instant.now());
              newest.set(Optional.of(state));
            });
  }

  private FleetState gathered() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Predicate<Beat> known = beat -> beat.looks() >= 2 || refused(beat);
    while (System.nanoTime() < end && !stopped.await(50, TimeUnit.MILLISECONDS)) {
      Optional<FleetState> state = newest();
      if (state.isPresent() && state.get().beats().stream().allMatch(known)) {
        return state.get();
      }
    }
    return newest().orElseThrow(() -> new IllegalStateException("no state of the pulse"));
  }

  /// Asking again would not help, such as with a wrong password.
  private static boolean refused(Beat beat) {
    return beat.fault().filter(fault -> LASTING.contains(fault.code())).isPresent();
  }

  int goOn() {
    call.cancel().onAsk(stopped::countDown);
    try (FleetPulse pulse = pulse(interval)) {
      if (call.terminal().live() && !call.json()) {
        try (var screen = new LiveScreen(call.terminal())) {
          draw(screen);
        }
      } else {
        list();
      }
      return call.cancel().asked() && pulse != null ? Fault.CANCELLED.kind().exitCode() : 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Fault.CANCELLED.kind().exitCode();
    }
  }

  private void draw(LiveScreen screen) throws InterruptedException {
    do {
      newest().ifPresent(state -> screen.draw(view.lines(state, Instant.now())));
    } while (!stopped.await(500, TimeUnit.MILLISECONDS));
  }

  private void list() throws InterruptedException {
    while (!stopped.await(interval.toMillis(), TimeUnit.MILLISECONDS)
        && call.terminal().flushed()) {
      newest().ifPresent(state -> view.print(state, Instant.now()));
    }
  }
}
