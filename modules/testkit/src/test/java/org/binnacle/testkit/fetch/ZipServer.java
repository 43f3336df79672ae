package org.binnacle.testkit.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/// A repository on this machine that serves one file under every path, well or badly.
final class ZipServer implements AutoCloseable {
  private final HttpServer server;
  private final byte[] content;
  private final Manner manner;
  private final AtomicInteger requests = new AtomicInteger();

  enum Manner {
    RANGES,
    NO_RANGES,
    /// Each answer breaks off after 64 KiB.
    BREAKS_OFF,
    FORBIDDEN
  }

  ZipServer(byte[] content, Manner manner) throws IOException {
    this.content = content;
    this.manner = manner;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/repository");
  }

  int requests() {
    return requests.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    try (exchange) {
      if (manner == Manner.FORBIDDEN) {
        exchange.sendResponseHeaders(403, -1);
        return;
      }
      String range = exchange.getRequestHeaders().getFirst("Range");
      int from = 0;
      int to = content.length;
      int status = 200;
      if (manner != Manner.NO_RANGES && range != null) {
        String[] ends = range.substring("bytes=".length()).split("-", 2);
        from = Integer.parseInt(ends[0]);
        to = ends[1].isEmpty() ? to : Math.min(to, Integer.parseInt(ends[1]) + 1);
        status = 206;
        exchange
            .getResponseHeaders()
            .set("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + content.length);
      }
      exchange.sendResponseHeaders(status, to - from);
      int sent = manner == Manner.BREAKS_OFF ? Math.min(to - from, 64 << 10) : to - from;
      exchange.getResponseBody().write(content, from, sent);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
