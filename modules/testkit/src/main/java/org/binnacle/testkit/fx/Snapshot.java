package org.binnacle.testkit.fx;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/// Pictures of what is shown, as PNG files.
public final class Snapshot {
  private Snapshot() {}

  /// Writes the scene of the window at scale 1 and, beside it as `<name>@1.25.png`, at 1.25.
  ///
  /// @param png the file; folders are made
  public static void of(Stage stage, Path png) {
    String name = png.getFileName().toString().replaceFirst("\\.png$", "");
    of(stage.getScene(), png, 1);
    of(stage.getScene(), png.resolveSibling(name + "@1.25.png"), 1.25);
  }

  /// Writes the scene as it is after a layout.
  public static void of(Scene scene, Path png, double scale) {
    Fx.settle();
    BufferedImage image = Fx.call(() -> picture(scene, scale));
    try {
      Files.createDirectories(png.toAbsolutePath().getParent());
      ImageIO.write(image, "png", png.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedImage picture(Scene scene, double scale) {
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    var how = new SnapshotParameters();
    how.setTransform(Transform.scale(scale, scale));
    how.setFill(scene.getFill() == null ? Color.WHITE : scene.getFill());
    int width = (int) Math.round(scene.getWidth() * scale);
    int height = (int) Math.round(scene.getHeight() * scale);
    var shot = scene.getRoot().snapshot(how, new WritableImage(width, height));
    var pixels = new int[width * height];
    shot.getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, width, height, pixels, 0, width);
    return image;
  }
}
