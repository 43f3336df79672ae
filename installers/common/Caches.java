import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The AOT caches of the launchers.
final class Caches {
  private Caches() {}

  /// Each training launcher runs once, writes the cache beside the jars and is taken away. A cache
  /// that could not be made is left out of the launcher: the JVM would complain of it at each
  /// start.
  static void train(Layout layout, Path image, Path out) throws IOException, InterruptedException {
    Path app = layout.app(image);
    Path state = Files.createTempDirectory("binnacle-training");
    for (String face : List.of("cli", "window")) {
      Path trainer = layout.binary(image, "train-" + face);
      var process =
          new ProcessBuilder(trainer.toString(), state.resolve(face).toString(), face)
              .redirectErrorStream(true)
              .redirectOutput(out.resolve(face + ".aot.log").toFile());
      process.start().waitFor();
      Files.delete(trainer);
      Files.delete(app.resolve("train-" + face + ".cfg"));
      if (Files.exists(app.resolve(face + ".aot"))) {
        Files.delete(out.resolve(face + ".aot.log"));
      } else {
        System.out.println("[WARNING] no AOT cache, see " + out.resolve(face + ".aot.log"));
        Path config = app.resolve(face.equals("cli") ? "binnacle-cli.cfg" : "Binnacle.cfg");
        var lines = new ArrayList<>(Files.readAllLines(config));
        lines.removeIf(line -> line.contains("-XX:AOTCache="));
        Files.write(config, lines);
      }
      Files.deleteIfExists(image.resolve("lib/train-" + face + ".png"));
      Files.deleteIfExists(out.resolve("train-" + face + ".properties"));
    }
    Files.deleteIfExists(out.resolve("binnacle-cli.properties"));
    Disk.delete(state);
  }
}
