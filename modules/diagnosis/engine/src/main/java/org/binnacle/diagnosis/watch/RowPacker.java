package org.binnacle.diagnosis.watch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.binnacle.diagnosis.session.Blocking;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.Transaction;

/// Rows as bytes: each row as its differences from the same session's row of the look before, or
/// from nothing. What a session goes on doing costs a few bytes a look. See {@link RowUnpacker} for
/// the way back.
@SuppressWarnings({"EnumOrdinal"})
public final class RowPacker {
  static final int TEXTS = 11;
  static final int NUMBERS = 16;
  static final int FLAGS = TEXTS + NUMBERS;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(8_192);

  private RowPacker() {}

  /// @param before the rows of the look before; empty for a look that stands by itself
  /// @param instances those that rows may belong to; a new row names its own by its place there
  public static byte[] pack(
      List<ProcessRow> rows, List<ProcessRow> before, List<String> instances) {
    Map<ProcessRow.Key, Integer> places = new HashMap<>(before.size() * 2);
    for (int i = 0; i < before.size(); i++) {
      places.put(before.get(i).key(), i);
    }
    var packer = new RowPacker();
    packer.number(rows.size());
    for (ProcessRow row : rows) {
      Integer place = places.get(row.key());
      packer.number(place == null ? 0 : place + 1);
      if (place == null) {
        packer.number(Math.max(0, instances.indexOf(row.instance().id())));
        var nothing = new String[TEXTS];
        Arrays.fill(nothing, "");
        packer.row(row, nothing, new long[NUMBERS], 0);
      } else {
        ProcessRow base = before.get(place);
        packer.row(row, texts(base), numbers(base), flags(base));
      }
    }
    return packer.out.toByteArray();
  }

  private void row(ProcessRow row, String[] oldTexts, long[] oldNumbers, int oldFlags) {
    String[] texts = texts(row);
    long[] numbers = numbers(row);
    int mask = 0;
    for (int i = 0; i < TEXTS; i++) {
      mask |= texts[i].equals(oldTexts[i]) ? 0 : 1 << i;
    }
    for (int i = 0; i < NUMBERS; i++) {
      mask |= numbers[i] == oldNumbers[i] ? 0 : 1 << (TEXTS + i);
    }
    mask |= flags(row) == oldFlags ? 0 : 1 << FLAGS;
    number(mask);
    for (int i = 0; i < TEXTS; i++) {
      if ((mask & (1 << i)) != 0) {
        byte[] bytes = texts[i].getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        out.writeBytes(bytes);
      }
    }
    for (int i = 0; i < NUMBERS; i++) {
      if ((mask & (1 << (TEXTS + i))) != 0) {
        long difference = numbers[i] - oldNumbers[i];
        number((difference << 1) ^ (difference >> 63));
      }
    }
    if ((mask & (1 << FLAGS)) != 0) {
      out.write(flags(row));
    }
  }

  /// Seven bits a byte, the lowest first.
  private void number(long value) {
    long left = value;
    while ((left & ~0x7FL) != 0) {
      out.write((int) ((left & 0x7F) | 0x80));
      left >>>= 7;
    }
    out.write((int) left);
  }

  static String[] texts(ProcessRow row) {
    return new String[] {
      row.user(),
      row.client().ip(),
      row.program(),
      row.db(),
      row.command(),
      row.state(),
      row.sql(),
      row.work().digest(),
      row.trx().map(Transaction::state).orElse(""),
      row.blocking().by(),
      row.blocking().root()
    };
  }

  static long[] numbers(ProcessRow row) {
    return new long[] {
      row.id(),
      row.threadId(),
      row.kind().ordinal(),
      row.client().port(),
      row.timeUs(),
      row.sqlLength(),
      row.work().eventId(),
      row.work().lockTimeUs(),
      row.work().rowsExamined(),
      row.work().rowsSent(),
      row.work().rowsAffected(),
      row.work().tmpDiskTables(),
      row.trx().map(Transaction::ageUs).orElse(0L),
      row.trx().map(Transaction::rowsModified).orElse(0L),
      row.trx().map(Transaction::rowsLocked).orElse(0L),
      row.blocking().blocks()
    };
  }

  static int flags(ProcessRow row) {
    Blocking blocking = row.blocking();
    return (row.work().noIndex() ? 1 : 0)
        | (row.work().ended() ? 2 : 0)
        | (row.trx().isPresent() ? 4 : 0)
        | (blocking.inferred() ? 8 : 0);
  }
}
