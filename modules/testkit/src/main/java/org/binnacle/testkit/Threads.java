package org.binnacle.testkit;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The threads that are there now, virtual ones included, as the JVM itself tells.
public final class Threads {
  private static final Pattern NAME = Pattern.compile("\"name\": \"([^\"]*)\"");

  private Threads() {}

  /// Names of those whose name begins so.
  public static List<String> named(List<String> beginnings) {
    try {
      Path folder = Files.createTempDirectory("threads");
      Path file = folder.resolve("dump.json");
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
          .dumpThreads(file.toString(), ThreadDumpFormat.JSON);
      String text = Files.readString(file);
      Files.delete(file);
      Files.delete(folder);
      return NAME.matcher(text)
          .results()
          .map(MatchResult::group)
          .map(found -> found.substring("\"name\": \"".length(), found.length() - 1))
          .filter(name -> beginnings.stream().anyMatch(name::startsWith))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
