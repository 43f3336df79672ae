package org.binnacle.explain.worksheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.binnacle.kernel.Fault;
import org.jspecify.annotations.Nullable;

/// The rows of one result, appended by threads that run statements and paged by the screen. The
/// first bytes stay in memory, the rest lies in a file that is deleted when it is closed; decoded
/// are only the blocks that were asked for last. Safe for use by many threads.
final class Spool implements AutoCloseable {
  /// Rows of a block, and bytes from which on a block is full with fewer.
  private static final int BLOCK_ROWS = 256;

  private static final int BLOCK_BYTES = 256 * 1024;
  private static final int DECODED = 8;

  private final Path folder;
  private final long memoryBytes;
  private final List<Block> blocks = new ArrayList<>();
  private final Map<Integer, List<List<Cell>>> decoded =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<List<Cell>>> eldest) {
          return size() > DECODED;
        }
      };
  private final List<List<Cell>> open = new ArrayList<>();
  private final ByteArrayOutputStream encoded = new ByteArrayOutputStream();
  private long rows;
  private long inMemory;
  private @Nullable Path file;
  private @Nullable FileChannel channel;
  private boolean closed;

  /// @param bytes null where they lie in the file
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Block(long first, int rows, byte @Nullable [] bytes, long offset, int length) {}

  Spool(Path folder, long memoryBytes) {
    this.folder = folder;
    this.memoryBytes = memoryBytes;
  }

  synchronized void append(List<Cell> row) {
    if (closed) {
      throw new Fault(WorksheetFaults.CLOSED, "");
    }
    open.add(row);
    RowCodec.write(encoded, row);
    rows++;
    if (open.size() >= BLOCK_ROWS || encoded.size() >= BLOCK_BYTES) {
      flush();
    }
  }

  private void flush() {
    byte[] bytes = encoded.toByteArray();
    long first = rows - open.size();
    if (inMemory + bytes.length <= memoryBytes) {
      inMemory += bytes.length;
      blocks.add(new Block(first, open.size(), bytes, 0, bytes.length));
    } else {
      try {
        FileChannel to = file();
        long offset = to.size();
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
          to.write(buffer, offset + buffer.position());
        }
        blocks.add(new Block(first, open.size(), null, offset, bytes.length));
      } catch (IOException e) {
        throw new Fault(WorksheetFaults.SPOOL, String.valueOf(e.getMessage()), e);
      }
    }
    open.clear();
    encoded.reset();
  }

  private FileChannel file() throws IOException {
    FileChannel present = channel;
    if (present == null) {
      Files.createDirectories(folder);
      Path made = Files.createTempFile(folder, "result", ".rows");
      file = made;
      present =
          FileChannel.open(
              made,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      channel = present;
    }
    return present;
  }

  synchronized long rows() {
    return rows;
  }

  /// Bytes that lie on the disk.
  synchronized long onDiskBytes() {
    try {
      FileChannel present = channel;
      return present == null ? 0 : present.size();
    } catch (IOException e) {
      return 0;
    }
  }

  /// Some rows from one on; fewer at the end.
  synchronized List<List<Cell>> page(long from, int count) {
    var page = new ArrayList<List<Cell>>();
    long end = Math.min(rows, from + count);
    for (long at = Math.max(0, from); at < end; ) {
      long opened = rows - open.size();
      if (at >= opened) {
        page.add(open.get((int) (at - opened)));
        at++;
        continue;
      }
      int number = block(at);
      Block block = blocks.get(number);
      List<List<Cell>> all = decoded(number, block);
      while (at < end && at < block.first() + block.rows()) {
        page.add(all.get((int) (at - block.first())));
        at++;
      }
    }
    return Collections.unmodifiableList(page);
  }

  private int block(long row) {
    int low = 0;
    int high = blocks.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (blocks.get(middle).first() <= row) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private List<List<Cell>> decoded(int number, Block block) {
    List<List<Cell>> present = decoded.get(number);
    if (present != null) {
      return present;
    }
    ByteBuffer bytes = bytes(block);
    var all = new ArrayList<List<Cell>>(block.rows());
    for (int i = 0; i < block.rows(); i++) {
      all.add(Collections.unmodifiableList(RowCodec.read(bytes)));
    }
    decoded.put(number, all);
    return all;
  }

  private ByteBuffer bytes(Block block) {
    byte[] kept = block.bytes();
    if (kept != null) {
      return ByteBuffer.wrap(kept);
    }
    if (closed) {
      throw new Fault(WorksheetFaults.CLOSED, "");
    }
    try {
      var buffer = ByteBuffer.allocate(block.length());
      FileChannel from = file();
      while (buffer.hasRemaining()) {
        if (from.read(buffer, block.offset() + buffer.position()) < 0) {
          throw new IOException("the file of the result is too short");
        }
      }
      return buffer.flip();
    } catch (IOException e) {
      throw new Fault(WorksheetFaults.SPOOL, String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    decoded.clear();
    try {
      FileChannel open = channel;
      if (open != null) {
        open.close();
      }
      Path made = file;
      if (made != null) {
        Files.deleteIfExists(made);
      }
    } catch (IOException e) {
      // A temporary file: the system clears it.
    }
  }
}
