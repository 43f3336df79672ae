package org.binnacle.explain.view.worksheet;

/// Bytes as people read them: place, hexadecimal, letters. Pure.
final class Dump {
  private static final int LINE = 16;
  private static final int MOST = 32_768;

  private Dump() {}

  static String of(byte[] bytes) {
    var text = new StringBuilder();
    int shown = Math.min(MOST, bytes.length);
    for (int at = 0; at < shown; at += LINE) {
      text.append("%08X  ".formatted(at));
      var letters = new StringBuilder();
      for (int i = at; i < at + LINE; i++) {
        if (i < shown) {
          int one = bytes[i] & 0xFF;
          text.append("%02X ".formatted(one));
          letters.append(one >= 0x20 && one < 0x7F ? (char) one : '.');
        } else {
          text.append("   ");
        }
      }
      text.append(' ').append(letters).append('\n');
    }
    if (shown < bytes.length) {
      text.append("… %,d bytes in all; copying takes them all\n".formatted(bytes.length));
    }
    return text.toString();
  }
}
