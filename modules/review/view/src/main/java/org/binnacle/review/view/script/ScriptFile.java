package org.binnacle.review.view.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.binnacle.kernel.Fault;
import org.binnacle.review.ReviewFaults;
import org.binnacle.review.source.SqlText;

/// A script's file as it was last read or written.
///
/// @param text with LF at the ends of lines, as the editor has it
/// @param crlf whether lines end in CR LF in the file
record ScriptFile(Path path, String text, boolean crlf) {
  private static final long LARGEST = 64L << 20;

  /// Not on the FX thread.
  ///
  /// @throws Fault where it cannot be read, is no text or too large for a screen
  static ScriptFile read(Path path) {
    try {
      if (Files.size(path) > LARGEST) {
        throw new Fault(
            ReviewFaults.NOT_READ,
            path + " is larger than 64 MiB: binnacle review reads it on the command line");
      }
    } catch (IOException e) {
      throw new Fault(ReviewFaults.NOT_READ, path.toString(), e);
    }
    String text = SqlText.of(path);
    return new ScriptFile(path, lines(text), text.contains("\r\n"));
  }

  /// Not on the FX thread.
  ///
  /// @throws Fault where it cannot be written
  static ScriptFile write(Path path, String text, boolean crlf) {
    try {
      Files.writeString(path, crlf ? text.replace("\n", "\r\n") : text, StandardCharsets.UTF_8);
      return new ScriptFile(path, text, crlf);
    } catch (IOException e) {
      throw new Fault(ReviewFaults.NOT_WRITTEN, path.toString(), e);
    }
  }

  /// A text as the editor has it.
  static String lines(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }
}
