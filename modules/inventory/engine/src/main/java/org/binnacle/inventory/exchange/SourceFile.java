package org.binnacle.inventory.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.binnacle.kernel.Fault;

/// Reads files from outside, bounded, and says where something in them is wrong.
final class SourceFile {
  static final int LARGEST = 16 << 20;

  private SourceFile() {}

  static byte[] bytes(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new Fault(ExchangeFaults.TOO_LARGE, file.toString());
      }
      return bytes;
    } catch (IOException e) {
      throw new Fault(ExchangeFaults.FILE, file + " (" + e.getClass().getSimpleName() + ")", e);
    }
  }

  /// The file as text, without a byte order mark.
  static String text(Path file) {
    return text(file, bytes(file));
  }

  static String text(Path file, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new Fault(ExchangeFaults.BROKEN, file + " is not UTF-8 text", e);
    }
  }

  /// A fault about one line. Without a cause: parsers repeat the line, which may hold a password.
  static Fault broken(Path file, long line, String what) {
    return new Fault(ExchangeFaults.BROKEN, file + ":" + Math.max(1, line) + ": " + what);
  }
}
