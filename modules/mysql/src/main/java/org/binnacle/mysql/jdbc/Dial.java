package org.binnacle.mysql.jdbc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One attempt to reach a server: how far it came, and the socket, so that it can be ended at any
/// time from another thread. The driver meets it through {@link DialSocketFactory}.
final class Dial {
  static final ScopedValue<Dial> CURRENT = ScopedValue.newInstance();

  /// How far a dial came; what failed is the next one.
  enum Step {
    NAME,
    CONNECT,
    GREETING,
    LOGIN,
    DONE
  }

  private final Optional<InetSocketAddress> via;
  private final Duration limit;
  private volatile Step step = Step.NAME;
  private volatile @Nullable ServerSocketLine line;
  private volatile boolean ended;

  /// @param via where to connect to instead of the server itself: the near end of a tunnel
  /// @param limit for the connect to all addresses of the name together
  Dial(Optional<InetSocketAddress> via, Duration limit) {
    this.via = via;
    this.limit = limit;
  }

  boolean tunnelled() {
    return via.isPresent();
  }

  Step step() {
    return step;
  }

  void reached(Step reached) {
    step = reached;
  }

  /// Connects within the limit, trying the addresses of a name one after the other.
  Socket connect(String host, int port) throws IOException {
    long deadline = System.nanoTime() + limit.toNanos();
    InetAddress[] addresses =
        via.isPresent()
            ? new InetAddress[] {via.get().getAddress()}
            : InetAddress.getAllByName(host);
    if (addresses.length == 0) {
      throw new UnknownHostException(host);
    }
    step = Step.CONNECT;
    IOException last = new SocketTimeoutException("Connect timed out");
    for (int i = 0; i < addresses.length; i++) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        break;
      }
      // The first of several addresses must not eat the whole limit.
      long share = i + 1 < addresses.length ? Math.max(1, left / 2) : left;
      var socket = new ServerSocketLine(this);
      take(socket);
      try {
        socket.connect(
            new InetSocketAddress(addresses[i], via.map(InetSocketAddress::getPort).orElse(port)),
            (int) share);
        step = Step.GREETING;
        return socket;
      } catch (IOException e) {
        socket.close();
        last = e;
      }
    }
    throw last;
  }

  private void take(ServerSocketLine socket) throws IOException {
    line = socket;
    if (ended) {
      socket.close();
      throw new IOException("given up");
    }
  }

  boolean ended() {
    return ended;
  }

  /// From any thread: closes the socket under the driver, which then fails at once.
  void end() {
    ended = true;
    ServerSocketLine open = line;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        // Closing is all that was wanted.
      }
    }
  }
}
