package org.binnacle.explain.worksheet;

import java.util.HexFormat;

/// A value of a result.
public sealed interface Cell {
  Cell NULL = new Null();
  Cell MISSING = new Missing();

  /// NULL.
  record Null() implements Cell {
    @Override
    public String shown() {
      return "NULL";
    }
  }

  /// A column that the row's instance did not send, in merged results.
  record Missing() implements Cell {
    @Override
    public String shown() {
      return "";
    }
  }

  /// A number, a date or a text, as the server wrote it.
  record Text(String value) implements Cell {
    @Override
    public String shown() {
      return value;
    }
  }

  /// Bytes that are no text. The array is not to be changed.
  @SuppressWarnings("ArrayRecordComponent")
  record Binary(byte[] value) implements Cell {
    private static final int SHOWN = 64;

    /// `0x1F2E` and, for long values, how many bytes there are.
    @Override
    public String shown() {
      var hex = HexFormat.of().withUpperCase();
      return value.length <= SHOWN
          ? "0x" + hex.formatHex(value)
          : "0x" + hex.formatHex(value, 0, SHOWN) + "… (" + value.length + " bytes)";
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Binary(byte[] bytes) && java.util.Arrays.equals(value, bytes);
    }

    @Override
    public int hashCode() {
      return java.util.Arrays.hashCode(value);
    }
  }

  /// In one cell of a grid; NULL is told from the text `NULL` by its type only.
  String shown();
}
