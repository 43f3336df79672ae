package org.binnacle.explain.worksheet;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Rows as bytes: how many cells, then each as a tag, and for values a length and the bytes.
final class RowCodec {
  private static final int NULL = 0;
  private static final int MISSING = 1;
  private static final int TEXT = 2;
  private static final int BINARY = 3;

  private RowCodec() {}

  static void write(ByteArrayOutputStream out, List<Cell> row) {
    number(out, row.size());
    for (Cell cell : row) {
      switch (cell) {
        case Cell.Null ignored -> out.write(NULL);
        case Cell.Missing ignored -> out.write(MISSING);
        case Cell.Text(String value) -> value(out, TEXT, value.getBytes(StandardCharsets.UTF_8));
        case Cell.Binary(byte[] value) -> value(out, BINARY, value);
      }
    }
  }

  private static void value(ByteArrayOutputStream out, int tag, byte[] bytes) {
    out.write(tag);
    number(out, bytes.length);
    out.writeBytes(bytes);
  }

  /// Seven bits a byte, the lowest first.
  private static void number(ByteArrayOutputStream out, int number) {
    int left = number;
    while (left >= 0x80) {
      out.write((left & 0x7f) | 0x80);
      left >>>= 7;
    }
    out.write(left);
  }

  static List<Cell> read(ByteBuffer in) {
    int size = number(in);
    var row = new ArrayList<Cell>(size);
    for (int i = 0; i < size; i++) {
      row.add(
          switch (in.get()) {
            case NULL -> Cell.NULL;
            case MISSING -> Cell.MISSING;
            case TEXT -> new Cell.Text(new String(bytes(in), StandardCharsets.UTF_8));
            case BINARY -> new Cell.Binary(bytes(in));
            default -> throw new IllegalStateException("no row of ours");
          });
    }
    return row;
  }

  private static byte[] bytes(ByteBuffer in) {
    byte[] bytes = new byte[number(in)];
    in.get(bytes);
    return bytes;
  }

  private static int number(ByteBuffer in) {
    int number = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      number |= (next & 0x7f) << shift;
      if (next >= 0) {
        return number;
      }
    }
  }
}
