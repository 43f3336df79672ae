package org.binnacle.fxkit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;

/// Pictures of a scene as PNG files, without AWT.
public final class Shots {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 0xD, 0xA, 0x1A, 0xA};

  private Shots() {}

  /// Writes what the scene shows, on the FX thread.
  ///
  /// @param scale 1 for 100 %, 1.25 for 125 %
  public static void take(Scene scene, double scale, Path file) {
    FxThread.check();
    var parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(scale, scale));
    parameters.setFill(scene.getFill());
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    WritableImage image =
        scene
            .getRoot()
            .snapshot(
                parameters,
                new WritableImage(
                    (int) Math.ceil(scene.getWidth() * scale),
                    (int) Math.ceil(scene.getHeight() * scale)));
    write(image, file);
  }

  /// Writes a picture as a PNG file without transparency. From any thread.
  public static void write(WritableImage image, Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, png(image));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] png(WritableImage image) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    var row = new byte[width * 4];
    var packed = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(packed)) {
      for (int y = 0; y < height; y++) {
        image
            .getPixelReader()
            .getPixels(0, y, width, 1, PixelFormat.getByteBgraInstance(), row, 0, width * 4);
        deflater.write(0);
        for (int x = 0; x < width; x++) {
          deflater.write(row[x * 4 + 2]);
          deflater.write(row[x * 4 + 1]);
          deflater.write(row[x * 4]);
        }
      }
    }
    var header = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(header)) {
      out.writeInt(width);
      out.writeInt(height);
      out.write(new byte[] {8, 2, 0, 0, 0});
    }
    var file = new ByteArrayOutputStream();
    file.write(SIGNATURE);
    chunk(file, "IHDR", header.toByteArray());
    chunk(file, "IDAT", packed.toByteArray());
    chunk(file, "IEND", new byte[0]);
    return file.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream to, String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    var crc = new CRC32();
    crc.update(name);
    crc.update(data);
    var out = new DataOutputStream(to);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) crc.getValue());
  }
}
