package org.binnacle.testkit.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The end of a server's error log, for messages.
final class ErrorLog {
  private static final int LINES = 6;

  private ErrorLog() {}

  static String tail(Path... files) {
    var lines = new ArrayList<String>();
    for (Path file : files) {
      try {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        text.lines().filter(line -> !line.isBlank()).forEach(lines::add);
      } catch (IOException e) {
        // a log that was never begun has nothing to say
      }
    }
    List<String> bad = lines.stream().filter(line -> line.contains("ERROR")).toList();
    List<String> told = bad.isEmpty() ? lines : bad;
    return told.isEmpty()
        ? "it ended without a word"
        : String.join(" | ", told.subList(Math.max(0, told.size() - LINES), told.size()));
  }
}
