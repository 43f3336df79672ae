package org.binnacle.diagnosis.watch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.binnacle.diagnosis.session.Blocking;
import org.binnacle.diagnosis.session.Client;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.Transaction;
import org.binnacle.diagnosis.session.Work;
import org.binnacle.kernel.InstanceRef;

/// Makes rows of what {@link RowPacker} has written.
public final class RowUnpacker {
  private static final Kind[] KINDS = Kind.values();

  private final byte[] bytes;
  private int at;

  private RowUnpacker(byte[] bytes) {
    this.bytes = bytes;
  }

  /// @param before the rows that it was packed against
  public static List<ProcessRow> unpack(
      byte[] bytes, List<ProcessRow> before, List<InstanceRef> instances) {
    var in = new RowUnpacker(bytes);
    int count = (int) in.number();
    var rows = new ArrayList<ProcessRow>(count);
    for (int i = 0; i < count; i++) {
      int place = (int) in.number();
      if (place == 0) {
        InstanceRef instance = instances.get((int) in.number());
        var texts = new String[RowPacker.TEXTS];
        Arrays.fill(texts, "");
        rows.add(in.row(instance, texts, new long[RowPacker.NUMBERS], 0));
      } else {
        ProcessRow base = before.get(place - 1);
        rows.add(
            in.row(
                base.instance(),
                RowPacker.texts(base),
                RowPacker.numbers(base),
                RowPacker.flags(base)));
      }
    }
    return rows;
  }

  private ProcessRow row(InstanceRef instance, String[] texts, long[] numbers, int oldFlags) {
    int mask = (int) number();
    for (int i = 0; i < texts.length; i++) {
      if ((mask & (1 << i)) != 0) {
        int length = (int) number();
        texts[i] = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
      }
    }
    for (int i = 0; i < numbers.length; i++) {
      if ((mask & (1 << (RowPacker.TEXTS + i))) != 0) {
        long zigzag = number();
        numbers[i] += (zigzag >>> 1) ^ -(zigzag & 1);
      }
    }
    int flags = (mask & (1 << RowPacker.FLAGS)) != 0 ? bytes[at++] : oldFlags;
    return made(instance, texts, numbers, flags);
  }

  private static ProcessRow made(InstanceRef instance, String[] texts, long[] n, int flags) {
    return new ProcessRow(
        instance,
        n[0],
        n[1],
        KINDS[(int) n[2]],
        texts[0],
        new Client(texts[1], (int) n[3]),
        texts[2],
        texts[3],
        texts[4],
        texts[5],
        n[4],
        texts[6],
        n[5],
        new Work(
            n[6], texts[7], n[7], n[8], n[9], n[10], n[11], (flags & 1) != 0, (flags & 2) != 0),
        (flags & 4) != 0
            ? Optional.of(new Transaction(n[12], n[13], n[14], texts[8]))
            : Optional.empty(),
        new Blocking(texts[9], (int) n[15], texts[10], (flags & 8) != 0));
  }

  private long number() {
    long value = 0;
    int shift = 0;
    while (true) {
      byte next = bytes[at++];
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
      shift += 7;
    }
  }
}
