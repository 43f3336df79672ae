package org.binnacle.app.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The file of `--out`. What stood there before is replaced with the first byte of a result, not
/// before: a statement that fails leaves it as it was. Whether it can be written at all is found
/// out before any server is asked.
final class ResultFile extends OutputStream {
  private final Path file;
  private @Nullable OutputStream open;

  /// @throws IOException where nothing can be written there
  ResultFile(Path file) throws IOException {
    check(file);
    this.file = file;
  }

  /// @throws IOException where nothing can be written there, with words for it
  static void check(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(file)) {
      throw new IOException("it is a folder");
    }
    if (!Files.isDirectory(folder)) {
      throw new IOException("there is no folder " + folder);
    }
    if (!Files.isWritable(Files.exists(file) ? file : folder)) {
      throw new AccessDeniedException(file.toString());
    }
  }

  private OutputStream opened() throws IOException {
    OutputStream present = open;
    if (present == null) {
      present = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
      open = present;
    }
    return present;
  }

  @Override
  public void write(int one) throws IOException {
    opened().write(one);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    opened().write(bytes, from, length);
  }

  @Override
  public void flush() throws IOException {
    if (open != null) {
      open.flush();
    }
  }

  /// An empty result is a file too.
  @Override
  public void close() throws IOException {
    opened().close();
  }
}
