package org.binnacle.app.cli;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Standard output as a stream of UTF-8; closing it only flushes.
final class TerminalStream extends OutputStream {
  private final Terminal terminal;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE);
  private ByteBuffer left = ByteBuffer.allocate(0);

  TerminalStream(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    var all = ByteBuffer.allocate(left.remaining() + length).put(left).put(bytes, offset, length);
    all.flip();
    var text = CharBuffer.allocate(all.remaining() + 1);
    decoder.decode(all, text, false);
    left = all.slice();
    terminal.out().write(text.flip().toString());
  }

  @Override
  public void flush() {
    terminal.flushed();
  }

  @Override
  public void close() {
    flush();
  }
}
