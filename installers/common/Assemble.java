import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/// Makes `app/target/binnacle` out of the jars that Maven has put into its `lib`: the program's own
/// jar, the start scripts, the licence, and an AOT cache from one training run.
///
/// Run by Maven at phase package under the JDK 25 of the toolchain: `java Assemble.java <root of
/// the tree> <app jar> <output folder>`.
public final class Assemble {
  private Assemble() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path root = Path.of(args[0]);
    Path jar = Path.of(args[1]);
    Path out = Path.of(args[2]).toAbsolutePath().normalize();
    Path app = out.resolve("lib/binnacle-app.jar");
    Files.copy(jar, app, StandardCopyOption.REPLACE_EXISTING);
    Path bin = Files.createDirectories(out.resolve("bin"));
    script(root.resolve("installers/common/binnacle.sh"), bin.resolve("binnacle"));
    script(root.resolve("installers/common/binnacle.bat"), bin.resolve("binnacle.bat"));
    // The Java that built this comes second, after JAVA_HOME; a tree that was moved to another
    // machine goes on to look elsewhere.
    Files.writeString(out.resolve("lib/java-home"), System.getProperty("java.home") + "\n");
    Files.copy(
        root.resolve("resources/src/main/resources/legal/LICENSE"),
        out.resolve("LICENSE"),
        StandardCopyOption.REPLACE_EXISTING);
    train(app, out.resolve("lib/cli.aot"));
  }

  private static void script(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    if (Files.getFileStore(to).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /// One run of the commands that need no window, in a throw-away state folder; the JVM writes what
  /// it loaded and linked when it ends. The flags that shape the heap are those of the scripts.
  private static void train(Path app, Path cache) throws IOException, InterruptedException {
    Files.deleteIfExists(cache);
    Path state = Files.createTempDirectory("binnacle-training");
    Path log = cache.resolveSibling("cli.aot.log");
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-XX:AOTCacheOutput=" + cache, "-Xlog:disable"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true"));
    command.addAll(List.of("-cp", app.toString(), "org.binnacle.app.Training", state.toString()));
    int exit =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    delete(state);
    if (exit != 0 || !Files.exists(cache)) {
      // The program runs without it, only slower; a build must not fail for that.
      System.out.println("[WARNING] no AOT cache was made, see " + log);
      return;
    }
    Files.delete(log);
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
