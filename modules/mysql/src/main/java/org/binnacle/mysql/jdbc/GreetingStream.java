package org.binnacle.mysql.jdbc;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Lets bytes pass once the first five look like a MySQL greeting or error packet: three bytes of
/// length, sequence 0, then protocol version 10 (or 9), or 255 for an error.
final class GreetingStream extends FilterInputStream {
  private final Dial dial;
  private final byte[] head = new byte[5];
  private int seen;

  GreetingStream(InputStream in, Dial dial) {
    super(in);
    this.dial = dial;
  }

  /// The other end speaks, but not MySQL.
  static final class NotMySqlException extends IOException {
    private static final long serialVersionUID = 1L;

    NotMySqlException(String message) {
      super(message);
    }
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    if (next >= 0) {
      look(new byte[] {(byte) next}, 0, 1);
    }
    return next;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    if (count > 0) {
      look(buffer, offset, count);
    }
    return count;
  }

  private void look(byte[] buffer, int offset, int count) throws NotMySqlException {
    for (int i = 0; i < count && seen < head.length; i++) {
      head[seen++] = buffer[offset + i];
      if (!plausible()) {
        throw new NotMySqlException(
            "it began with " + printable(buffer, offset + i - seen + 1, seen + count - i - 1));
      }
    }
    if (seen == head.length && dial.step() == Dial.Step.GREETING) {
      dial.reached(Dial.Step.LOGIN);
    }
  }

  private boolean plausible() {
    int last = head[seen - 1] & 0xff;
    return switch (seen) {
      case 1, 2 -> true;
      case 3 -> last == 0;
      case 4 -> last == 0;
      default -> last == 10 || last == 9 || last == 255;
    };
  }

  private String printable(byte[] buffer, int offset, int length) {
    int from = Math.max(0, offset);
    int count = Math.min(40, Math.min(buffer.length - from, length));
    String text = new String(buffer, from, Math.max(0, count), StandardCharsets.ISO_8859_1);
    if (offset < 0) {
      text = new String(head, 0, seen, StandardCharsets.ISO_8859_1);
    }
    return "'" + text.replaceAll("[^\\x20-\\x7e]", ".") + "'";
  }
}
