package org.binnacle.testkit.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.jspecify.annotations.Nullable;

/// A remote file that is read by HTTP ranges. Reads inside an announced span are one streamed
/// request; other reads load blocks of 128 KiB and keep the last few. A broken transfer goes on
/// where it broke, some times. For one thread.
public final class RangeChannel implements SeekableByteChannel {
  private static final int BLOCK = 128 << 10;
  private static final int BLOCKS_KEPT = 8;
  private static final int TRIES = 5;
  private static final long SKIP = 512 << 10;
  private static final Duration SILENCE = Duration.ofSeconds(45);

  private final Http http;
  private final URI uri;
  private final Optional<MavenSite.Login> login;
  private final long size;
  private final Cancel cancel;
  private final LongConsumer received;
  private final Map<Long, byte[]> blocks =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
          return size() > BLOCKS_KEPT;
        }
      };
  private final Thread silenceWatch;
  private List<Span> spans = List.of();
  private volatile @Nullable InputStream body;
  private volatile long heardAt = System.nanoTime();
  private volatile boolean closed;
  private long bodyAt;
  private long position;
  private int requests;

  /// A part of the file that will be read from front to back.
  public record Span(long from, long to) {
    boolean holds(long at) {
      return at >= from && at < to;
    }
  }

  /// @param size of the whole file
  /// @param received told the bytes of each read that came over the network
  public RangeChannel(
      Http http,
      URI uri,
      Optional<MavenSite.Login> login,
      long size,
      Cancel cancel,
      LongConsumer received) {
    this.http = http;
    this.uri = uri;
    this.login = login;
    this.size = size;
    this.cancel = cancel;
    this.received = received;
    cancel.onAsk(this::dropBody);
    silenceWatch = Thread.ofVirtual().name("fetch-silence").start(this::watch);
  }

  /// Announces what will be read next, in rising order.
  public void announce(List<Span> next) {
    spans = List.copyOf(next);
  }

  /// How many requests were sent.
  public int requests() {
    return requests;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (closed) {
      throw new ClosedChannelException();
    }
    if (position >= size) {
      return -1;
    }
    if (!target.hasRemaining()) {
      return 0;
    }
    for (Span span : spans) {
      if (span.holds(position)) {
        return stream(target, span);
      }
    }
    return block(target);
  }

  private int block(ByteBuffer target) throws IOException {
    long number = position / BLOCK;
    byte[] bytes = blocks.get(number);
    if (bytes == null) {
      bytes = load(number);
      blocks.put(number, bytes);
    }
    int offset = (int) (position - number * BLOCK);
    int count = Math.min(target.remaining(), bytes.length - offset);
    target.put(bytes, offset, count);
    position += count;
    return count;
  }

  private byte[] load(long number) throws IOException {
    long from = number * BLOCK;
    int length = (int) Math.min(BLOCK, size - from);
    var whole = new Span(from, from + length);
    var bytes = new byte[length];
    long before = position;
    position = from;
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        stream(buffer, whole);
      }
    } finally {
      position = before;
    }
    return bytes;
  }

  private int stream(ByteBuffer target, Span span) throws IOException {
    var chunk = new byte[(int) Math.min(target.remaining(), span.to() - position)];
    for (int attempt = 1; ; attempt++) {
      cancel.check();
      try {
        int count = openAt(span).read(chunk);
        if (count > 0) {
          heardAt = System.nanoTime();
          received.accept(count);
          target.put(chunk, 0, count);
          bodyAt += count;
          position += count;
          return count;
        }
        throw new IOException("the transfer of " + uri + " ended early at byte " + position);
      } catch (IOException e) {
        dropBody();
        cancel.check();
        if (attempt == TRIES) {
          throw e;
        }
        LockSupport.parkNanos(Duration.ofMillis(300L << attempt).toNanos());
      }
    }
  }

  private InputStream openAt(Span span) throws IOException {
    InputStream open = body;
    if (open != null && bodyAt <= position && position - bodyAt <= SKIP) {
      open.skipNBytes(position - bodyAt);
      bodyAt = position;
      return open;
    }
    dropBody();
    requests++;
    heardAt = System.nanoTime();
    Http.Reply reply = http.get(uri, login, position, span.to());
    if (!reply.partial()) {
      reply.body().close();
      throw new Fault(FetchFaults.HTTP, uri + " stopped to serve ranges");
    }
    if (reply.total() >= 0 && reply.total() != size) {
      reply.body().close();
      throw new Fault(FetchFaults.CORRUPT, uri + " changed its size during the transfer");
    }
    body = reply.body();
    bodyAt = position;
    return reply.body();
  }

  private void watch() {
    while (!closed && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(Duration.ofSeconds(5).toNanos());
      if (body != null && System.nanoTime() - heardAt > SILENCE.toNanos()) {
        dropBody(); // the reader sees an IOException and asks again
      }
    }
  }

  private void dropBody() {
    InputStream open = body;
    body = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        // it is given up anyway
      }
    }
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long at) {
    position = at;
    return this;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public boolean isOpen() {
    return !closed;
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long to) {
    throw new NonWritableChannelException();
  }

  @Override
  public void close() {
    closed = true;
    silenceWatch.interrupt();
    dropBody();
  }
}
