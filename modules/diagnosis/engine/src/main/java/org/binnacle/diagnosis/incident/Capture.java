package org.binnacle.diagnosis.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.binnacle.diagnosis.incident.rule.Rules;
import org.binnacle.diagnosis.incident.step.Steps;
import org.binnacle.diagnosis.past.BeforePart;
import org.binnacle.diagnosis.past.LastLooks;
import org.binnacle.diagnosis.trend.LastMinutes;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;

/// Takes incidents: all steps of all instances at the same time, within a few seconds, on at most
/// two connections an instance.
public final class Capture {
  /// What a capture takes at most, beyond the looks at the process list.
  private static final Duration BEYOND_LOOKS = Duration.ofSeconds(3);

  private final Connections connections;
  private final Clock clock;
  private final Function<String, Optional<LastMinutes.Past>> before;
  private final Function<String, Optional<LastLooks>> opened;

  public Capture(Connections connections, Clock clock) {
    this(connections, clock, instance -> Optional.empty(), instance -> Optional.empty());
  }

  /// @param before what is in memory of the minutes before, by instance id
  /// @param opened what opened panels have of them, by instance id
  public Capture(
      Connections connections,
      Clock clock,
      Function<String, Optional<LastMinutes.Past>> before,
      Function<String, Optional<LastLooks>> opened) {
    this.connections = connections;
    this.clock = clock;
    this.before = before;
    this.opened = opened;
  }

  /// Blocks until all is done, time is up or a stop is asked for; what there is by then is kept.
  ///
  /// @param told each step as it begins and ends, on threads of ours
  public Incident take(
      List<Server> servers, CaptureOptions options, Consumer<CaptureState> told, Cancel cancel) {
    Instant at = clock.instant();
    long began = System.nanoTime();
    Duration total = Duration.ofSeconds(options.looks() - 1L).plus(BEYOND_LOOKS);
    List<Recorded> recorded = all(servers, options, at, total, told, cancel);
    var findings = recorded.stream().flatMap(one -> Rules.look(one).stream()).toList();
    return new Incident(
        UUID.randomUUID().toString(),
        at,
        Duration.ofNanos(System.nanoTime() - began),
        title(servers),
        options.trigger(),
        options.note(),
        false,
        recorded,
        findings.stream()
            .sorted((one, other) -> one.severity().compareTo(other.severity()))
            .toList());
  }

  private List<Recorded> all(
      List<Server> servers,
      CaptureOptions options,
      Instant at,
      Duration total,
      Consumer<CaptureState> told,
      Cancel cancel) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<Recorded>>();
      for (Server server : servers) {
        Optional<Part> ring =
            before.apply(server.id()).filter(past -> !past.moments().isEmpty()).map(RingPart::of);
        ring.ifPresent(
            part ->
                told.accept(
                    new CaptureState(
                        server.ref(), part.step(), RingPart.WORDS, Optional.of(part))));
        var turns = Steps.shipped(clock, options.looks());
        var run = new CaptureRun(server, connections, turns, total, told, cancel);
        Future<Optional<Part>> seen = threads.submit(() -> seen(server, at, told));
        running.add(threads.submit(() -> run.run().after(seen.get()).after(ring)));
      }
      var recorded = new ArrayList<Recorded>();
      for (Future<Recorded> each : running) {
        recorded.add(each.get());
      }
      return recorded;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(Fault.CANCELLED, "interrupted", e);
    } catch (ExecutionException e) {
      throw Fault.of(e.getCause() == null ? e : e.getCause());
    }
  }

  /// What an opened panel has seen, unpacked beside the capture.
  private Optional<Part> seen(Server server, Instant at, Consumer<CaptureState> told) {
    Optional<Part> part =
        opened.apply(server.id()).flatMap(looks -> BeforePart.of(looks, server.id(), at));
    part.ifPresent(
        one ->
            told.accept(
                new CaptureState(server.ref(), one.step(), BeforePart.WORDS, Optional.of(one))));
    return part;
  }

  private static String title(List<Server> servers) {
    if (servers.size() == 1) {
      return servers.getFirst().ref().name();
    }
    List<String> clusters =
        servers.stream().map(server -> server.ref().cluster()).distinct().toList();
    return clusters.size() == 1 && !clusters.getFirst().isEmpty()
        ? clusters.getFirst()
        : servers.size() + " instances";
  }
}
