package org.binnacle.diagnosis.trend;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.binnacle.diagnosis.health.Vitals;
import org.binnacle.diagnosis.pulse.Beat;

/// What the fleet's looks saw of every instance in the last ten minutes: all figures at each look,
/// and at most each ten seconds what its clients did. In memory only. An instance that is looked at
/// every five seconds takes some 12 kB, and up to 30 kB more where it is busy. From any thread.
public final class LastMinutes {
  public static final Duration KEPT = Duration.ofMinutes(10);
  private static final Duration BETWEEN_SCENES = Duration.ofSeconds(10);
  private static final Metric[] METRICS = Metric.values();
  private static final int STATES = 6;
  private static final int SWEEP = 4_096;

  private final Map<String, Own> all = new ConcurrentHashMap<>();
  private final AtomicLong noted = new AtomicLong();

  /// One look.
  ///
  /// @param figures by {@link Metric}, NaN for unknown; empty where nobody answered
  /// @param fault the code of why; empty where somebody did
  public record Moment(Instant at, Map<Metric, Double> figures, String fault) {}

  /// What clients did.
  public record Scene(Instant at, List<Vitals.Busy> busy, List<Vitals.Running> longest) {
    public Scene {
      busy = List.copyOf(busy);
      longest = List.copyOf(longest);
    }
  }

  /// The oldest first.
  public record Past(List<Moment> moments, List<Scene> scenes) {
    public Past {
      moments = List.copyOf(moments);
      scenes = List.copyOf(scenes);
    }
  }

  private record Packed(Instant at, float[] figures, String fault) {}

  private static final class Own {
    private final Deque<Packed> moments = new ArrayDeque<>();
    private final Deque<Scene> scenes = new ArrayDeque<>();
  }

  /// Takes note of a look; quick.
  ///
  /// @param now when it was, by this workstation's clock
  public void note(Beat beat, Instant now) {
    // Most often it is there, and then no other look waits for its place in the map.
    Own known = all.get(beat.instance().id());
    Own own = known != null ? known : all.computeIfAbsent(beat.instance().id(), id -> new Own());
    synchronized (own) {
      own.moments.addLast(packed(beat, now));
      beat.fresh().ifPresent(seen -> scene(own, seen, now));
      Instant oldest = now.minus(KEPT);
      while (own.moments.peekFirst() != null && own.moments.peekFirst().at().isBefore(oldest)) {
        own.moments.removeFirst();
      }
      while (own.scenes.peekFirst() != null && own.scenes.peekFirst().at().isBefore(oldest)) {
        own.scenes.removeFirst();
      }
    }
    if (noted.incrementAndGet() % SWEEP == 0) {
      sweep(now.minus(KEPT));
    }
  }

  /// Forgets instances that nobody looks at any more.
  private void sweep(Instant oldest) {
    all.values()
        .removeIf(
            own -> {
              synchronized (own) {
                Packed newest = own.moments.peekLast();
                return newest == null || newest.at().isBefore(oldest);
              }
            });
  }

  private static Packed packed(Beat beat, Instant now) {
    if (beat.fresh().isEmpty()) {
      return new Packed(now, new float[0], beat.fault().map(one -> one.code().id()).orElse(""));
    }
    var figures = new float[METRICS.length];
    for (int i = 0; i < METRICS.length; i++) {
      figures[i] = (float) METRICS[i].of(beat);
    }
    return new Packed(now, figures, "");
  }

  private static void scene(Own own, Vitals seen, Instant now) {
    Scene last = own.scenes.peekLast();
    boolean soon = last != null && now.isBefore(last.at().plus(BETWEEN_SCENES));
    if (!soon && !(seen.busy().isEmpty() && seen.longest().isEmpty())) {
      own.scenes.addLast(
          new Scene(now, seen.busy().stream().limit(STATES).toList(), seen.longest()));
    }
  }

  /// Empty where the fleet's looks have not seen it.
  public Optional<Past> of(String instanceId) {
    Own own = all.get(instanceId);
    if (own == null) {
      return Optional.empty();
    }
    synchronized (own) {
      return Optional.of(
          new Past(
              own.moments.stream().map(LastMinutes::unpacked).toList(), List.copyOf(own.scenes)));
    }
  }

  private static Moment unpacked(Packed packed) {
    var figures = new HashMap<Metric, Double>();
    for (int i = 0; i < packed.figures().length; i++) {
      figures.put(METRICS[i], (double) packed.figures()[i]);
    }
    return new Moment(packed.at(), figures, packed.fault());
  }
}
