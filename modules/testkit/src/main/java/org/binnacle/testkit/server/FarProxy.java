package org.binnacle.testkit.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/// A TCP proxy behind which a server is far away: each answer takes a while.
public final class FarProxy implements AutoCloseable {
  private final ServerSocket listener;
  private final String host;
  private final int port;
  private final Duration away;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  /// @param away how much longer each answer takes
  public FarProxy(String host, int port, Duration away) throws IOException {
    this.host = host;
    this.port = port;
    this.away = away;
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    var _ = Thread.ofVirtual().name("far proxy").start(this::accept);
  }

  public int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    try {
      while (!listener.isClosed()) {
        Socket near = listener.accept();
        var far = new Socket(host, port);
        sockets.addAll(List.of(near, far));
        var _ = Thread.ofVirtual().start(() -> pump(near, far, Duration.ZERO));
        var _ = Thread.ofVirtual().start(() -> pump(far, near, away));
      }
    } catch (IOException closed) {
      // No more connections come.
    }
  }

  private static void pump(Socket from, Socket to, Duration later) {
    try (to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      var buffer = new byte[65_536];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        LockSupport.parkNanos(later.toNanos());
        out.write(buffer, 0, read);
        out.flush();
      }
    } catch (IOException closed) {
      // One side has gone; the other follows.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
