package org.binnacle.diagnosis.past;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/// Bytes made small, quickly rather than as small as can be.
public final class Deflated {
  private Deflated() {}

  public static byte[] of(byte[] plain) {
    var deflater = new Deflater(Deflater.BEST_SPEED);
    var out = new ByteArrayOutputStream(plain.length / 3 + 64);
    try (var to = new DeflaterOutputStream(out, deflater)) {
      to.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return out.toByteArray();
  }

  /// The way back.
  public static byte[] plain(byte[] deflated) {
    try (var in = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
