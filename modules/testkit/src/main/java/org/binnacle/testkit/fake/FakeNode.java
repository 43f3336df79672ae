package org.binnacle.testkit.fake;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/// One server of a fake fleet. What it tells follows from its seed, its mood and the time.
public final class FakeNode {
  private static final int COM_QUIT = 1;
  private static final int COM_QUERY = 3;

  private final String host;
  private final int seed;
  private final Script script = new Script(this);
  private final double qps;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private final LongAdder sent = new LongAdder();
  private volatile Mood mood = Mood.HEALTHY;
  private volatile long startNanos;

  FakeNode(String host, int seed) {
    this.host = host;
    this.seed = seed;
    this.qps = 200 + new Random(seed).nextInt(2_000);
    this.startNanos = System.nanoTime() - TimeUnit.DAYS.toNanos(3) - seed * 1_000_000L;
  }

  /// Its address: one of 127.0.0.0/8.
  public String host() {
    return host;
  }

  public Mood mood() {
    return mood;
  }

  /// From the next statement or connection on.
  public void become(Mood next) {
    mood = next;
    if (next == Mood.TOO_MANY || next == Mood.DENIED || next == Mood.BLACK_HOLE) {
      hangUp();
    }
  }

  /// As after a crash: connections end, the uptime and all counters begin at nothing.
  public void restart() {
    startNanos = System.nanoTime();
    hangUp();
  }

  private void hangUp() {
    for (Socket socket : open) {
      quietly(socket);
    }
  }

  /// Connections that were taken so far.
  public int accepted() {
    return connections.get();
  }

  /// Bytes that it has answered so far.
  public long sentBytes() {
    return sent.sum();
  }

  int seed() {
    return seed;
  }

  String uuid() {
    return new UUID(seed, 1).toString();
  }

  long uptimeS() {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - startNanos);
  }

  long questions() {
    return (long) ((System.nanoTime() - startNanos) / 1e9 * qps);
  }

  int active() {
    return switch (mood) {
      case BUSY -> 200;
      case LOCK_PILE -> 45;
      default -> 5;
    };
  }

  /// Serves one connection until it ends.
  void serve(Socket socket) {
    open.add(socket);
    try (socket) {
      socket.setTcpNoDelay(true);
      talk(socket);
    } catch (IOException e) {
      // The client went away, or we hung up.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(socket);
    }
  }

  private void talk(Socket socket) throws IOException, InterruptedException {
    int id = connections.incrementAndGet();
    var wire = new Wire(socket, sent);
    if (mood == Mood.BLACK_HOLE) {
      hang(socket);
      return;
    }
    if (mood == Mood.TOO_MANY) {
      wire.firstError(1040, "08004", "Too many connections");
      wire.flush();
      return;
    }
    wire.greeting("8.0.33", id);
    wire.flush();
    if (wire.read().length == 0) {
      return;
    }
    if (mood == Mood.HANG_AFTER_HANDSHAKE) {
      hang(socket);
      return;
    }
    if (mood == Mood.DENIED) {
      wire.error(1045, "28000", "Access denied for user 'fake'@'" + host + "'");
      wire.flush();
      return;
    }
    wire.ok(false);
    wire.flush();
    byte[] command = wire.read();
    while (command.length > 0 && command[0] != COM_QUIT) {
      if (!react(socket, wire, command, id)) {
        return;
      }
      command = wire.read();
    }
  }

  private boolean react(Socket socket, Wire wire, byte[] command, int id)
      throws IOException, InterruptedException {
    Mood now = mood;
    switch (now) {
      case HANG_AFTER_HANDSHAKE, BLACK_HOLE -> {
        hang(socket);
        return false;
      }
      case RESET -> {
        socket.setSoLinger(true, 0);
        return false;
      }
      case GARBAGE -> {
        byte[] noise = new byte[64];
        new Random(seed).nextBytes(noise);
        wire.raw(noise);
        return false;
      }
      case FAR_AWAY -> TimeUnit.MILLISECONDS.sleep(200);
      default -> {}
    }
    if (command[0] != COM_QUERY) {
      wire.ok(false);
      wire.flush();
      return true;
    }
    String sql = new String(command, 1, command.length - 1, StandardCharsets.UTF_8);
    List<Answer> answers = script.answers(sql, id);
    for (int i = 0; i < answers.size(); i++) {
      Answer answer = answers.get(i);
      boolean more = i + 1 < answers.size();
      if (answer.columns().isEmpty()) {
        wire.ok(more);
        continue;
      }
      wire.head(answer.columns());
      if (now == Mood.HANG_MID_RESULT) {
        wire.flush();
        hang(socket);
        return false;
      }
      answer.rows().forEach(wire::row);
      wire.end(more);
    }
    wire.flush();
    return true;
  }

  /// Until the client gives up.
  private static void hang(Socket socket) throws IOException {
    while (socket.getInputStream().read() >= 0) {
      // Whatever it says is not answered.
    }
  }

  private static void quietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // Closing is all that was wanted.
    }
  }

  void end() {
    hangUp();
  }
}
