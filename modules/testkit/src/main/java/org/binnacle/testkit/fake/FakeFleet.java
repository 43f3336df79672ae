package org.binnacle.testkit.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Many fake servers behind one port: each has an address of its own in 127.0.0.0/8, all of which
/// reach this machine on Linux. A connection is served by the node whose address it was made to, on
/// a virtual thread.
public final class FakeFleet implements AutoCloseable {
  private final List<FakeNode> nodes = new ArrayList<>();
  private final Map<String, FakeNode> byHost = new HashMap<>();
  private final ServerSocket door = new ServerSocket();
  private final Thread doorman;

  private FakeFleet(int size) throws IOException {
    for (int i = 0; i < size; i++) {
      var node = new FakeNode(host(i), i);
      nodes.add(node);
      byHost.put(node.host(), node);
    }
    door.bind(new InetSocketAddress("0.0.0.0", 0), 2_000);
    doorman = Thread.ofPlatform().daemon().name("fake fleet").start(this::welcome);
  }

  public static FakeFleet of(int size) {
    try {
      return new FakeFleet(size);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The i-th address: 127.1.0.1 and on.
  public static String host(int i) {
    return "127.1." + i / 250 + "." + (1 + i % 250);
  }

  private void welcome() {
    while (!door.isClosed()) {
      try {
        Socket socket = door.accept();
        FakeNode node = byHost.get(socket.getLocalAddress().getHostAddress());
        if (node == null) {
          socket.close();
        } else {
          Thread.ofVirtual().name("fake " + node.host()).start(() -> node.serve(socket));
        }
      } catch (IOException e) {
        // Closed, or a client that was gone at once.
      }
    }
  }

  public int port() {
    return door.getLocalPort();
  }

  public List<FakeNode> nodes() {
    return List.copyOf(nodes);
  }

  public FakeNode node(int i) {
    return nodes.get(i);
  }

  @Override
  public void close() {
    try {
      door.close();
      doorman.join(1_000);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    nodes.forEach(FakeNode::end);
  }
}
