package org.binnacle.app.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// CPU time of the threads of this process by what they are for, the JVM's own included, as Linux
/// counts it (in steps of 10 ms).
record ThreadTimes(Map<String, Long> ticks) {
  private static final double TICKS_PER_S = 100;

  static ThreadTimes now() throws IOException {
    var ticks = new HashMap<String, Long>();
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
      for (Path task : tasks) {
        try {
          String stat = Files.readString(task.resolve("stat"));
          String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
          String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
          long used = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
          ticks.merge(purpose(name), used, Long::sum);
        } catch (IOException e) {
          // The thread has just ended.
        }
      }
    }
    return new ThreadTimes(ticks);
  }

  private static String purpose(String thread) {
    if (thread.startsWith("JavaFX App")) {
      return "FX";
    }
    if (thread.startsWith("QuantumRend")) {
      return "painter";
    }
    if (thread.contains("Compiler")) {
      return "compilers";
    }
    if (thread.startsWith("G1 ") || thread.startsWith("GC ") || thread.startsWith("VM ")) {
      return "GC";
    }
    return "the rest";
  }

  /// Percent of one core by purpose, the greatest first.
  String since(ThreadTimes before, double seconds) {
    return ticks.entrySet().stream()
        .map(e -> Map.entry(e.getKey(), e.getValue() - before.ticks.getOrDefault(e.getKey(), 0L)))
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .map(
            e ->
                String.format(
                    Locale.ROOT, "%s %.1f", e.getKey(), 100 * e.getValue() / TICKS_PER_S / seconds))
        .collect(Collectors.joining(", "));
  }
}
