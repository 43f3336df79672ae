package org.binnacle.testkit.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A TCP proxy that can stop forwarding without closing anything: a hung server or network.
public final class StuckProxy implements AutoCloseable {
  private final ServerSocket listener;
  private final String host;
  private final int port;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private volatile boolean stuck;

  public StuckProxy(String host, int port) throws IOException {
    this.host = host;
    this.port = port;
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    var _ = Thread.ofVirtual().name("proxy").start(this::accept);
  }

  public int port() {
    return listener.getLocalPort();
  }

  /// From now on nothing is forwarded.
  public void stick() {
    stuck = true;
  }

  private void accept() {
    try {
      while (true) {
        Socket near = listener.accept();
        var far = new Socket(host, port);
        sockets.addAll(List.of(near, far));
        var _ = Thread.ofVirtual().start(() -> pump(near, far));
        var _ = Thread.ofVirtual().start(() -> pump(far, near));
      }
    } catch (IOException closed) {
      stuck = true;
    }
  }

  private void pump(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      var buffer = new byte[8_192];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (stuck) {
          continue;
        }
        out.write(buffer, 0, read);
        out.flush();
      }
      to.close();
    } catch (IOException closed) {
      // One side has gone; the other follows on close().
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
