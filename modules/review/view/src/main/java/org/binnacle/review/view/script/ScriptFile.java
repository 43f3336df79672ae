package org.binnacle.review.view.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.binnacle.kernel.Fault;
import org.binnacle.review.ReviewFaults;
import org.binnacle.review.source.SqlText;
import org.binnacle.review.source.Written;

/// A script's file as it was last read or written.
///
/// @param text with LF at the ends of lines, as the editor has it
/// @param crlf whether lines end in CR LF in the file
/// @param written how the file is written: its character set and mark
record ScriptFile(Path path, String text, boolean crlf, Written written) {
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
      Written written =
          SqlText.written(Files.readAllBytes(path))
              .orElseThrow(() -> new Fault(ReviewFaults.BINARY, path.toString()));
      String text = written.text();
      return new ScriptFile(path, lines(text), text.contains("\r\n"), written);
    } catch (IOException e) {
      throw new Fault(ReviewFaults.NOT_READ, path.toString(), e);
    }
  }

  /// Writes a text the way this file is, there or elsewhere. Not on the FX thread.
  ///
  /// @throws Fault where it cannot be written, or has letters that the file's character set lacks
  ScriptFile write(Path to, String other) {
    if (!written.charset().newEncoder().canEncode(other)) {
      throw new Fault(
          ReviewFaults.NOT_WRITTEN, to + ": " + written.charset() + " lacks a letter of the text");
    }
    try {
      Files.write(to, written.bytes(crlf ? other.replace("\n", "\r\n") : other));
      return new ScriptFile(to, other, crlf, written);
    } catch (IOException e) {
      throw new Fault(ReviewFaults.NOT_WRITTEN, to.toString(), e);
    }
  }

  /// A file that is not there yet: UTF-8, LF.
  static ScriptFile fresh(Path path) {
    return new ScriptFile(path, "", false, new Written("", StandardCharsets.UTF_8, false));
  }

  /// A text as the editor has it.
  static String lines(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }
}
