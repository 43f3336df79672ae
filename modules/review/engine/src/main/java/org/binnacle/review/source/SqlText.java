package org.binnacle.review.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.binnacle.kernel.Fault;
import org.binnacle.review.ReviewFaults;

/// Files as texts, whatever wrote them.
public final class SqlText {
  /// A zero byte among these makes a file binary.
  private static final int LOOKED_AT = 8_192;

  private SqlText() {}

  /// Without the mark at its beginning. Nothing for binary files.
  public static Optional<String> of(byte[] bytes) {
    return written(bytes).map(Written::text);
  }

  /// UTF-8, UTF-16 where it begins with its mark, else Latin-1, in which every byte is a character.
  /// Nothing for binary files.
  public static Optional<Written> written(byte[] bytes) {
    Charset charset = StandardCharsets.UTF_8;
    if (isUtf16(bytes)) {
      charset = bytes[0] == (byte) 0xFE ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    } else {
      for (int i = 0; i < Math.min(bytes.length, LOOKED_AT); i++) {
        if (bytes[i] == 0) {
          return Optional.empty();
        }
      }
    }
    String text;
    try {
      text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      charset = StandardCharsets.ISO_8859_1;
      text = new String(bytes, charset);
    }
    boolean mark = text.startsWith("\uFEFF");
    return Optional.of(new Written(mark ? text.substring(1) : text, charset, mark));
  }

  /// @throws Fault where it cannot be read or is no text
  public static String of(Path file) {
    try {
      return of(Files.readAllBytes(file))
          .orElseThrow(() -> new Fault(ReviewFaults.BINARY, file.toString()));
    } catch (IOException e) {
      throw new Fault(ReviewFaults.NOT_READ, file.toString(), e);
    }
  }

  /// The `.sql` files of a folder and those below it, by path.
  ///
  /// @throws Fault where it cannot be read
  public static List<Path> in(Path folder) {
    // A symbolic link to a folder is not walked, what is behind it is.
    Path within = folder.resolve(".");
    try (Stream<Path> all = Files.walk(within)) {
      return all.filter(SqlText::isScript)
          .filter(Files::isRegularFile)
          .map(file -> folder.resolve(within.relativize(file)))
          .sorted()
          .toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new Fault(ReviewFaults.NOT_READ, folder.toString(), e);
    }
  }

  private static boolean isScript(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".sql");
  }

  private static boolean isUtf16(byte[] bytes) {
    return bytes.length > 1
        && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
            || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
  }
}
