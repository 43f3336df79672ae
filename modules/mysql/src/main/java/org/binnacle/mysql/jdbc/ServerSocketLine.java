package org.binnacle.mysql.jdbc;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/// The socket to a server; looks at the first bytes, since the driver would wait for megabytes
/// where an SSH or HTTP server greets it. All is read ahead: TLS asks for five bytes of each record
/// first and the driver for four of each packet, which would be calls of the system of their own.
final class ServerSocketLine extends Socket {
  private static final int AHEAD_BYTES = 4 * 1024;

  private final Dial dial;
  private @Nullable InputStream ahead;

  ServerSocketLine(Dial dial) {
    this.dial = dial;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    // One for all who ask, since what is read ahead must not get lost.
    InputStream present = ahead;
    if (present == null) {
      present = new BufferedInputStream(super.getInputStream(), AHEAD_BYTES);
      ahead = present;
    }
    return dial.step() == Dial.Step.GREETING ? new GreetingStream(present, dial) : present;
  }
}
