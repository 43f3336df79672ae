package org.binnacle.app.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.binnacle.kernel.Fault;

/// Texts that a command is given as a file or on standard input.
final class Sources {
  private Sources() {}

  /// Statements.
  ///
  /// @param file a path, or `-` for standard input
  static String script(String file) {
    String text = text(file);
    if (text.indexOf('\0') >= 0) {
      throw new Fault(CliFaults.NO_SCRIPT, file.equals("-") ? "standard input" : file);
    }
    return text;
  }

  /// @param file a path, or `-` for standard input
  static String text(String file) {
    try {
      if (!file.equals("-")) {
        return new String(Files.readAllBytes(Path.of(file)), StandardCharsets.UTF_8);
      }
      try (InputStream in = new FileInputStream(FileDescriptor.in)) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException | InvalidPathException e) {
      throw new Fault(CliFaults.NO_FILE, file, e);
    }
  }
}
