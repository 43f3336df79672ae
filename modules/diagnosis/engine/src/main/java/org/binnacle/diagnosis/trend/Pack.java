package org.binnacle.diagnosis.trend;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// An hour as bytes and back. Values are kept as 16-bit logarithms, which is exact to 0.06 % from 0
/// to 10^15; what follows is mostly small differences, which deflate well.
///
/// First byte: version 1; second: how many metrics.
final class Pack {
  private static final int VERSION = 1;
  private static final double SCALE = 1_890;
  private static final int GAP = 0xFFFF;
  private static final int MINUTES = Hour.MINUTES;

  private Pack() {}

  static byte[] bytes(Hour hour) {
    int metrics = hour.mean().length;
    byte[] plain = new byte[2 + metrics * MINUTES * 4];
    plain[0] = VERSION;
    plain[1] = (byte) metrics;
    int half = metrics * MINUTES;
    for (int i = 0; i < metrics; i++) {
      int before = 0;
      for (int m = 0; m < MINUTES; m++) {
        int code = code(hour.mean()[i][m]);
        int above = code == GAP ? 0 : code(hour.greatest()[i][m]) - code;
        int change = code - before;
        before = code;
        int at = 2 + i * MINUTES + m;
        // High and low bytes apart: the high ones are nearly all the same.
        plain[at] = (byte) (change >> 8);
        plain[at + half] = (byte) change;
        plain[at + 2 * half] = (byte) (above >> 8);
        plain[at + 3 * half] = (byte) above;
      }
    }
    return deflated(plain);
  }

  private static int code(float value) {
    if (Float.isNaN(value)) {
      return GAP;
    }
    return (int) Math.min(GAP - 1, Math.round(Math.log1p(Math.max(0, value)) * SCALE));
  }

  private static float value(int code) {
    return code == GAP ? Float.NaN : (float) Math.expm1(code / SCALE);
  }

  /// An hour without values where the bytes are of a version that is not known here.
  static Hour hour(long number, byte[] packed) {
    var hour = new Hour(number);
    byte[] plain = inflated(packed);
    if (plain.length < 2 || plain[0] != VERSION) {
      return hour;
    }
    int metrics = plain[1];
    int half = metrics * MINUTES;
    for (int i = 0; i < Math.min(metrics, hour.mean().length); i++) {
      int before = 0;
      for (int m = 0; m < MINUTES; m++) {
        int at = 2 + i * MINUTES + m;
        int change = (short) ((plain[at] << 8) | (plain[at + half] & 0xFF));
        int code = (before + change) & 0xFFFF;
        before = code;
        int above = (short) ((plain[at + 2 * half] << 8) | (plain[at + 3 * half] & 0xFF));
        hour.mean()[i][m] = value(code);
        hour.greatest()[i][m] = code == GAP ? Float.NaN : value(code + above);
      }
    }
    return hour;
  }

  private static byte[] deflated(byte[] plain) {
    var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      deflater.setInput(plain);
      deflater.finish();
      var out = new ByteArrayOutputStream();
      byte[] buffer = new byte[4096];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static byte[] inflated(byte[] packed) {
    var inflater = new Inflater(true);
    try {
      inflater.setInput(packed);
      var out = new ByteArrayOutputStream();
      byte[] buffer = new byte[4096];
      int many;
      do {
        many = inflater.inflate(buffer);
        out.write(buffer, 0, many);
      } while (many > 0);
      return out.toByteArray();
    } catch (DataFormatException e) {
      return new byte[0];
    } finally {
      inflater.end();
    }
  }
}
