package org.binnacle.mysql.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/// The socket to a server; looks at the first bytes, since the driver would wait for megabytes
/// where an SSH or HTTP server greets it.
final class ServerSocketLine extends Socket {
  private final Dial dial;

  ServerSocketLine(Dial dial) {
    this.dial = dial;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    InputStream in = super.getInputStream();
    return dial.step() == Dial.Step.GREETING ? new GreetingStream(in, dial) : in;
  }
}
