package org.binnacle.diagnosis.topsql;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// One hour of one instance: the counters of each statement minute by minute, made small.
///
/// Column by column, each value as its distance from what the minute before lets expect (counters
/// grow with the number of executions), as a variable number of bytes, then deflated. Counts, rows
/// and errors are exact; times are rounded to one part in 512.
///
/// @param measuredMs how much of each of the 60 minutes was measured
/// @param rows by the number of the statement, then by minute
public record HourBlock(int[] measuredMs, Map<Integer, Map<Integer, Counters>> rows) {
  private static final int VERSION = 1;
  static final int MINUTES = 60;

  /// Those of {@link Counters#at} that are times.
  private static final boolean[] TIME = {
    false, true, true, true, false, false, false, false, false, false, false, false
  };

  public HourBlock {
    measuredMs = Arrays.copyOf(measuredMs, MINUTES);
  }

  public HourBlock() {
    this(new int[MINUTES], new TreeMap<>());
  }

  /// Adds to a minute.
  void add(int minute, int statement, Counters counters) {
    rows.computeIfAbsent(statement, id -> new TreeMap<>()).merge(minute, counters, Counters::plus);
  }

  void measured(int minute, long ms) {
    measuredMs[minute] += (int) ms;
  }

  /// Adds all of another block of the same hour.
  HourBlock plus(HourBlock other) {
    for (int minute = 0; minute < MINUTES; minute++) {
      measured(minute, other.measuredMs[minute]);
    }
    other.rows.forEach(
        (statement, minutes) ->
            minutes.forEach((minute, counters) -> add(minute, statement, counters)));
    return this;
  }

  /// What packed blocks of one hour tell together.
  static HourBlock of(List<byte[]> packed) {
    var whole = new HourBlock();
    packed.forEach(one -> whole.plus(unpacked(one)));
    return whole;
  }

  /// Whether nothing was measured.
  boolean isEmpty() {
    return rows.isEmpty() && Arrays.stream(measuredMs).allMatch(ms -> ms == 0);
  }

  /// How many minutes of statements there are.
  public int minutes() {
    return rows.values().stream().mapToInt(Map::size).sum();
  }

  public byte[] packed() {
    var bytes = new ByteArrayOutputStream();
    var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try (var out = new DeflaterOutputStream(bytes, deflater)) {
      out.write(VERSION);
      for (int ms : measuredMs) {
        put(out, ms);
      }
      var statements = new TreeMap<>(rows);
      put(out, statements.size());
      int before = 0;
      for (int id : statements.keySet()) {
        put(out, id - before);
        before = id;
      }
      for (var minutes : statements.values()) {
        long mask = 0;
        for (int minute : minutes.keySet()) {
          mask |= 1L << minute;
        }
        for (int i = 0; i < 8; i++) {
          out.write((int) (mask >>> (8 * i)));
        }
      }
      for (int column = 0; column < Counters.SIZE; column++) {
        for (var minutes : statements.values()) {
          var expected = new Expected(column);
          for (Counters counters : new TreeMap<>(minutes).values()) {
            long value = rounded(column, counters.at(column));
            put(out, zigzag(value - expected.next(counters.count())));
            expected.was(value, counters.count());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  /// @throws IllegalArgumentException where the bytes are no block of ours
  public static HourBlock unpacked(byte[] packed) {
    try (InputStream in =
        new InflaterInputStream(new ByteArrayInputStream(packed), new Inflater(true))) {
      if (in.read() != VERSION) {
        throw new IllegalArgumentException("a block of another version");
      }
      var measured = new int[MINUTES];
      for (int i = 0; i < MINUTES; i++) {
        measured[i] = (int) take(in);
      }
      int n = (int) take(in);
      var ids = new int[n];
      var masks = new long[n];
      for (int i = 0; i < n; i++) {
        ids[i] = (int) take(in) + (i == 0 ? 0 : ids[i - 1]);
      }
      for (int i = 0; i < n; i++) {
        for (int b = 0; b < 8; b++) {
          masks[i] |= (long) in.read() << (8 * b);
        }
      }
      return new HourBlock(measured, rows(in, ids, masks));
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Map<Integer, Map<Integer, Counters>> rows(InputStream in, int[] ids, long[] masks)
      throws IOException {
    var values = new long[ids.length][Counters.SIZE][MINUTES];
    for (int column = 0; column < Counters.SIZE; column++) {
      for (int i = 0; i < ids.length; i++) {
        var expected = new Expected(column);
        for (int minute = 0; minute < MINUTES; minute++) {
          if ((masks[i] >>> minute & 1) == 1) {
            long count = column == 0 ? 0 : values[i][0][minute];
            long value = expected.next(count) + unzigzag(take(in));
            values[i][column][minute] = value;
            expected.was(value, column == 0 ? value : count);
          }
        }
      }
    }
    Map<Integer, Map<Integer, Counters>> rows = new TreeMap<>();
    for (int i = 0; i < ids.length; i++) {
      var minutes = new TreeMap<Integer, Counters>();
      for (int minute = 0; minute < MINUTES; minute++) {
        if ((masks[i] >>> minute & 1) == 1) {
          long[][] of = values[i];
          int at = minute;
          minutes.put(minute, Counters.of(column -> of[column][at]));
        }
      }
      rows.put(ids[i], minutes);
    }
    return rows;
  }

  /// What the minute before lets expect: the same count, and as much of all else for each
  /// execution.
  private static final class Expected {
    private final boolean count;
    private long value;
    private long executions;

    Expected(int column) {
      this.count = column == 0;
    }

    long next(long countNow) {
      if (count) {
        return value;
      }
      return executions == 0 ? 0 : Math.round((double) value / executions * countNow);
    }

    void was(long now, long countNow) {
      value = now;
      executions = countNow;
    }
  }

  /// Times to nine binary digits.
  private static long rounded(int column, long value) {
    if (!TIME[column] || value < 512) {
      return value;
    }
    int drop = 64 - Long.numberOfLeadingZeros(value) - 9;
    return (value + (1L << drop >> 1)) >>> drop << drop;
  }

  private static long zigzag(long value) {
    return (value << 1) ^ (value >> 63);
  }

  private static long unzigzag(long value) {
    return (value >>> 1) ^ -(value & 1);
  }

  private static void put(OutputStream out, long value) throws IOException {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private static long take(InputStream in) throws IOException {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int b = in.read();
      if (b < 0) {
        throw new IOException("the block ends too soon");
      }
      value |= (long) (b & 0x7f) << shift;
      if ((b & 0x80) == 0) {
        return value;
      }
    }
    throw new IOException("no number");
  }
}
