package org.binnacle.explain.view;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.binnacle.fxkit.FxThread;
import org.binnacle.testkit.Screen;

/// What the FX thread does without letting another event or pulse in. A beat is an event that puts
/// itself behind those that wait, so that a stretch is one event or one pulse. The thread's CPU
/// time, wall time and the collector's pauses stand beside each other: on a machine that others use
/// too, wall time is theirs as well. A sampler can tell what stood on the stack of a long one.
final class Stretches {
  /// Those that stop the program; what works beside it does not hold up the screen.
  private static final List<GarbageCollectorMXBean> COLLECTORS =
      ManagementFactory.getGarbageCollectorMXBeans().stream()
          .filter(bean -> !bean.getName().contains("Concurrent"))
          .toList();

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final List<One> all = new ArrayList<>();
  private final boolean sampled;
  private volatile boolean on = true;
  private long cpu;
  private long wall;
  private long paused;
  private Thread sampler = Thread.currentThread();
  private final List<Sample> samples = new ArrayList<>();

  /// One stretch, ms.
  ///
  /// @param beganNs by the clock of the JVM
  record One(double cpuMs, double wallMs, double pausedMs, long beganNs) {}

  private record Sample(long atNs, StackTraceElement[] stack) {}

  /// @param sampled whether stacks are kept; costs some of the other core
  Stretches(boolean sampled) {
    this.sampled = sampled;
  }

  /// On the FX thread.
  void start() {
    mark();
    if (sampled) {
      Thread fx = Thread.currentThread();
      sampler = Thread.ofPlatform().daemon().name("sampler").start(() -> sample(fx));
    }
    FxThread.later(this::beat);
  }

  private void mark() {
    cpu = threads.getCurrentThreadCpuTime();
    wall = System.nanoTime();
    paused = paused();
  }

  private void beat() {
    long began = wall;
    long cpuBefore = cpu;
    long pausedBefore = paused;
    mark();
    all.add(new One((cpu - cpuBefore) / 1e6, (wall - began) / 1e6, paused - pausedBefore, began));
    if (on) {
      FxThread.later(this::beat);
    }
  }

  /// Those of more than half a millisecond; on the FX thread.
  List<One> stop() {
    on = false;
    return all.stream().filter(one -> one.cpuMs > 0.5 || one.wallMs > 0.5).toList();
  }

  private static long paused() {
    long all = 0;
    for (GarbageCollectorMXBean one : COLLECTORS) {
      all += one.getCollectionTime();
    }
    return all;
  }

  private void sample(Thread fx) {
    while (on) {
      StackTraceElement[] stack = fx.getStackTrace();
      synchronized (samples) {
        samples.add(new Sample(System.nanoTime(), stack));
      }
      try {
        Thread.sleep(1);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /// What stood on the stack in a stretch: calls by how many samples they stood in, callers first.
  String told(One one) {
    sampler.interrupt();
    var within = new ArrayList<StackTraceElement[]>();
    synchronized (samples) {
      for (Sample sample : samples) {
        if (sample.atNs >= one.beganNs && sample.atNs <= one.beganNs + one.wallMs * 1e6) {
          within.add(sample.stack);
        }
      }
    }
    var root = new Call();
    for (StackTraceElement[] stack : within) {
      Call at = root;
      for (int i = stack.length - 1; i >= 0; i--) {
        String name = stack[i].getClassName() + "." + stack[i].getMethodName();
        at = at.calls.computeIfAbsent(name, any -> new Call());
        at.count++;
      }
    }
    var text = new StringBuilder();
    root.tell(text, 0, Math.max(2, within.size() / 6));
    return "%.1f ms CPU, %.1f ms wall, %.0f ms paused, %d samples%n%s"
        .formatted(one.cpuMs, one.wallMs, one.pausedMs, within.size(), text);
  }

  /// A call and what it called.
  private static final class Call {
    private final Map<String, Call> calls = new HashMap<>();
    private int count;

    private void tell(StringBuilder text, int depth, int least) {
      calls.entrySet().stream()
          .filter(entry -> entry.getValue().count >= least)
          .sorted((a, b) -> b.getValue().count - a.getValue().count)
          .forEach(
              entry -> {
                boolean forks = entry.getValue().forks(least);
                boolean ours = entry.getKey().contains("binnacle");
                if (forks || ours || entry.getKey().contains("CSS")) {
                  text.append(" ".repeat(Math.min(depth, 60)))
                      .append(entry.getValue().count)
                      .append(' ')
                      .append(entry.getKey())
                      .append('\n');
                  entry.getValue().tell(text, depth + 1, least);
                } else {
                  entry.getValue().tell(text, depth, least);
                }
              });
    }

    private boolean forks(int least) {
      long heirs = calls.values().stream().filter(call -> call.count >= least).count();
      return heirs != 1;
    }
  }

  /// Where stretches went: how many were long, by CPU and by wall.
  static String words(List<One> stretches) {
    return stretches.stream()
        .map(one -> String.format(Locale.ROOT, "%.1f", one.cpuMs))
        .collect(Collectors.joining(" "));
  }

  /// Runs work on the FX thread and tells what the thread did until it had nothing more to do.
  static Stretches during(boolean sampled, Runnable work, int settles) {
    var stretches = new Stretches(sampled);
    Screen.run(stretches::start);
    Screen.settle();
    Screen.run(work);
    for (int i = 0; i < settles; i++) {
      Screen.settle();
    }
    return stretches;
  }
}
