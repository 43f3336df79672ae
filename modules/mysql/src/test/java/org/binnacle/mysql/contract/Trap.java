package org.binnacle.mysql.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// A listening socket that does what sick servers do.
final class Trap implements AutoCloseable {
  private final ServerSocket listener;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger accepted = new AtomicInteger();

  /// What happens to an accepted connection.
  interface Doing {
    void meet(Socket socket) throws IOException;
  }

  private Trap(Doing doing) throws IOException {
    listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(() -> accept(doing));
  }

  private void accept(Doing doing) {
    try {
      while (true) {
        Socket socket = listener.accept();
        open.add(socket);
        accepted.incrementAndGet();
        Thread.ofVirtual().start(() -> meet(doing, socket));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private static void meet(Doing doing, Socket socket) {
    try {
      doing.meet(socket);
    } catch (IOException e) {
      // The other side went away.
    }
  }

  /// Accepts and never says a word.
  static Trap silent() throws IOException {
    return new Trap(socket -> {});
  }

  /// Says this and waits.
  static Trap saying(String greeting) throws IOException {
    byte[] bytes = greeting.getBytes(StandardCharsets.ISO_8859_1);
    return new Trap(
        socket -> {
          socket.getOutputStream().write(bytes);
          socket.getOutputStream().flush();
        });
  }

  /// Resets the connection at once.
  static Trap resetting() throws IOException {
    return new Trap(
        socket -> {
          socket.setSoLinger(true, 0);
          socket.close();
        });
  }

  /// Passes all bytes on to a real server, but stops passing its answers on after so many bytes.
  ///
  /// @param quota bytes from the server, for each connection
  static Trap before(String host, int port, AtomicLong quota) throws IOException {
    return new Trap(
        near -> {
          Socket far = new Socket(host, port);
          Thread.ofVirtual()
              .start(() -> meet(it -> pump(near, far, new AtomicLong(Long.MAX_VALUE)), near));
          pump(far, near, quota);
        });
  }

  private static void pump(Socket from, Socket to, AtomicLong quota) throws IOException {
    InputStream in = from.getInputStream();
    OutputStream out = to.getOutputStream();
    byte[] buffer = new byte[8192];
    try (to) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        long left = quota.addAndGet(-n);
        if (left >= 0) {
          out.write(buffer, 0, n);
          out.flush();
        }
      }
    }
  }

  int port() {
    return listener.getLocalPort();
  }

  int accepted() {
    return accepted.get();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
