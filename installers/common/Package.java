import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarFile;

/// Makes the app image and the platform's package out of `app/target/binnacle`: a linked runtime,
/// the launchers, their AOT caches, then .deb, .rpm, .dmg or .msi by jpackage.
///
/// Run by Maven (`mvn -Pdist package`) under the JDK 25 of the toolchain: `java Package.java <root
/// of the tree> <app/target/binnacle> <output folder> <version>`.
public final class Package {
  /// What Binnacle and its libraries use of the JDK; `jdeps` finds no more (see the README).
  private static final List<String> JDK_MODULES =
      List.of(
          "java.base",
          "java.desktop",
          "java.logging",
          "java.management",
          "java.naming",
          "java.net.http",
          "java.security.jgss",
          "java.security.sasl",
          "java.sql",
          "java.transaction.xa",
          "java.xml",
          "jdk.charsets",
          "jdk.net",
          "jdk.security.auth",
          "jdk.unsupported",
          "jdk.zipfs");

  /// Flags of the JVM that both launchers want: JavaFX and JNA load native code, and JNA's lies
  /// beside the jars instead of being unpacked into the home folder.
  private static final List<String> JAVA_OPTIONS =
      List.of(
          "--enable-native-access=javafx.graphics,ALL-UNNAMED",
          "--add-exports=javafx.base/com.sun.javafx.event=ALL-UNNAMED",
          "--add-opens=javafx.controls/javafx.scene.control.skin=ALL-UNNAMED",
          "-Djna.boot.library.path=$APPDIR",
          "-Djna.nounpack=true",
          "-Djna.nosys=true",
          "-Xlog:aot=off",
          "-Xlog:cds=off");

  private static final List<String> COMMAND_OPTIONS =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private final Path installers;
  private final Path built;
  private final Path out;
  private final String version;
  private final String system;

  private Package(Path root, Path built, Path out, String version) {
    this.installers = root.resolve("installers").toAbsolutePath().normalize();
    this.built = built.toAbsolutePath().normalize();
    this.out = out.toAbsolutePath().normalize();
    this.version = version;
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    this.system = name.startsWith("win") ? "windows" : name.startsWith("mac") ? "mac" : "linux";
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    var packaging = new Package(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]), args[3]);
    delete(packaging.out);
    Files.createDirectories(packaging.out);
    Path javafx = packaging.out.resolve("javafx");
    Path input = packaging.out.resolve("input");
    packaging.sort(javafx, input);
    Path runtime = packaging.link(javafx);
    Path image = packaging.image(runtime, input);
    packaging.train(image);
    packaging.legal(image);
    tell("app image", image, size(image));
    packaging.platform(image);
    delete(javafx);
    delete(input);
    delete(runtime);
  }

  /// JavaFX goes into the runtime, everything else onto the class path.
  private void sort(Path javafx, Path input) throws IOException {
    Files.createDirectories(javafx);
    Files.createDirectories(input);
    for (Path jar : used()) {
      if (!Files.exists(jar)) {
        continue;
      }
      String name = jar.getFileName().toString();
      if (name.startsWith("javafx-")) {
        if (Files.size(jar) > 10_000) { // the jars without a platform in their name are empty
          Files.copy(jar, javafx.resolve(name));
        }
      } else {
        Files.copy(jar, input.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
        if (name.startsWith("jna-") && !name.startsWith("jna-platform")) {
          unpack(jar, jnaFolder(), input);
        }
      }
    }
  }

  /// What the program's manifest names: `lib` may hold older jars of an earlier build.
  private List<Path> used() throws IOException {
    Path app = built.resolve("lib/binnacle-app.jar");
    var jars = new ArrayList<Path>();
    jars.add(app);
    try (var jar = new JarFile(app.toFile())) {
      String names = jar.getManifest().getMainAttributes().getValue("Class-Path");
      for (String name : names.split(" ")) {
        jars.add(built.resolve("lib").resolve(name));
      }
    }
    return jars;
  }

  private String jnaFolder() {
    String arch = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86-64";
    return switch (system) {
      case "windows" -> "com/sun/jna/win32-" + arch + "/";
      case "mac" -> "com/sun/jna/darwin-" + arch + "/";
      default -> "com/sun/jna/linux-" + arch + "/";
    };
  }

  private Path link(Path javafx) throws IOException, InterruptedException {
    Path runtime = out.resolve("runtime");
    var modules = new ArrayList<>(JDK_MODULES);
    modules.addAll(List.of("javafx.base", "javafx.graphics", "javafx.controls"));
    run(
        tool("jlink"),
        "--module-path",
        javafx.toString(),
        "--add-modules",
        String.join(",", modules),
        "--no-header-files",
        "--no-man-pages",
        "--strip-java-debug-attributes",
        "--generate-cds-archive",
        "--output",
        runtime.toString());
    Path libraries = runtime.resolve(system.equals("windows") ? "bin" : "lib");
    try (var jars = Files.list(javafx)) {
      for (Path jar : jars.toList()) {
        unpack(jar, "", libraries); // else JavaFX unpacks them into the home folder at first start
      }
    }
    return runtime;
  }

  private Path image(Path runtime, Path input) throws IOException, InterruptedException {
    var training = new ArrayList<>(JAVA_OPTIONS);
    training.addAll(COMMAND_OPTIONS);
    training.add("-XX:AOTCacheOutput=$APPDIR/cli.aot");
    launcher("train-cli", "org.binnacle.app.Training", training);
    var windowTraining = new ArrayList<>(JAVA_OPTIONS);
    windowTraining.add("-XX:AOTCacheOutput=$APPDIR/window.aot");
    windowTraining.add("-Dglass.platform=Headless");
    windowTraining.add("-Dprism.order=sw");
    launcher("train-window", "org.binnacle.app.Training", windowTraining);
    var command = new ArrayList<>(JAVA_OPTIONS);
    command.addAll(COMMAND_OPTIONS);
    command.add("-XX:AOTCache=$APPDIR/cli.aot");
    launcher("binnacle-cli", "org.binnacle.app.Main", command);
    var arguments = new ArrayList<String>();
    arguments.addAll(List.of(tool("jpackage"), "--type", "app-image", "--name", "Binnacle"));
    arguments.addAll(List.of("--app-version", version, "--vendor", "Binnacle"));
    arguments.addAll(List.of("--input", input.toString(), "--main-jar", "binnacle-app.jar"));
    arguments.addAll(List.of("--main-class", "org.binnacle.app.Main"));
    arguments.addAll(List.of("--runtime-image", runtime.toString(), "--dest", out.toString()));
    arguments.addAll(List.of("--icon", icon().toString()));
    for (String option : JAVA_OPTIONS) {
      arguments.addAll(List.of("--java-options", option));
    }
    arguments.addAll(List.of("--java-options", "-XX:AOTCache=$APPDIR/window.aot"));
    for (String name : List.of("train-cli", "train-window", "binnacle-cli")) {
      arguments.addAll(List.of("--add-launcher", name + "=" + out.resolve(name + ".properties")));
    }
    run(arguments.toArray(String[]::new));
    return out.resolve(system.equals("mac") ? "Binnacle.app" : "Binnacle");
  }

  private void launcher(String name, String main, List<String> options) throws IOException {
    var text = new StringBuilder();
    text.append("main-jar=binnacle-app.jar\nmain-class=").append(main).append('\n');
    text.append("java-options=").append(String.join(" ", options)).append('\n');
    text.append("win-console=true\nwin-menu=false\nwin-shortcut=false\nlinux-shortcut=false\n");
    Files.writeString(out.resolve(name + ".properties"), text);
  }

  /// Each training launcher runs once, writes the cache beside the jars and is taken away. A cache
  /// that could not be made is left out of the launcher: the JVM would complain of it at each
  /// start.
  private void train(Path image) throws IOException, InterruptedException {
    Path app = app(image);
    Path state = Files.createTempDirectory("binnacle-training");
    for (String face : List.of("cli", "window")) {
      Path trainer = binary(image, "train-" + face);
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
    delete(state);
  }

  private void legal(Path image) throws IOException {
    // Inside the folder of the jars: jpackage leaves other new folders of an image out of packages.
    Path share = Files.createDirectories(app(image).resolve("share"));
    copy(built.resolve("LICENSE"), share.resolve("LICENSE"));
    Files.writeString(
        share.resolve("THIRD-PARTY.txt"),
        Files.readString(installers.resolve("common/third-party-notes.txt"))
            + Files.readString(built.resolveSibling("third-party/THIRD-PARTY.txt")));
    if (system.equals("linux")) {
      copy(installers.resolve("linux/binnacle.desktop"), share.resolve("binnacle.desktop"));
      copy(installers.resolve("common/icon/binnacle.svg"), share.resolve("binnacle.svg"));
      copy(installers.resolve("common/icon/binnacle-256.png"), share.resolve("binnacle-256.png"));
      Path script = image.resolve("bin/binnacle");
      copy(installers.resolve("linux/binnacle"), script);
      Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private void platform(Path image) throws IOException, InterruptedException {
    var types =
        Map.of(
            "windows",
            List.of("msi"),
            "mac",
            List.of("dmg"),
            "linux",
            List.of(there("dpkg-deb") ? "deb" : "", there("rpmbuild") ? "rpm" : ""));
    for (String type : types.get(system)) {
      if (!type.isEmpty()) {
        platform(image, type);
      }
    }
  }

  private void platform(Path image, String type) throws IOException, InterruptedException {
    var arguments = new ArrayList<String>();
    arguments.addAll(List.of(tool("jpackage"), "--type", type, "--name", "Binnacle"));
    arguments.addAll(List.of("--app-image", image.toString(), "--dest", out.toString()));
    arguments.addAll(List.of("--app-version", version, "--vendor", "Binnacle"));
    arguments.addAll(List.of("--description", "Workbench for the people who run MySQL fleets"));
    arguments.addAll(List.of("--license-file", built.resolve("LICENSE").toString()));
    arguments.addAll(List.of("--resource-dir", installers.resolve(system).toString()));
    switch (system) {
      case "linux" ->
          arguments.addAll(List.of("--linux-package-name", "binnacle", "--install-dir", "/opt"));
      case "windows" ->
          arguments.addAll(
              List.of(
                  "--file-associations",
                  installers.resolve("common/sql.properties").toString(),
                  "--win-per-user-install",
                  "--win-menu",
                  "--win-dir-chooser",
                  "--win-upgrade-uuid",
                  "5d0d7f5e-4c2c-4a0e-9c3f-6a1f0b8f7a52"));
      default ->
          arguments.addAll(
              List.of(
                  "--file-associations", installers.resolve("common/sql.properties").toString()));
    }
    run(arguments.toArray(String[]::new));
    try (var files = Files.list(out)) {
      for (Path file : files.filter(path -> path.toString().endsWith("." + type)).toList()) {
        tell("package", file, Files.size(file));
      }
    }
  }

  private Path icon() {
    String name =
        switch (system) {
          case "windows" -> "binnacle.ico";
          case "mac" -> "binnacle.icns";
          default -> "binnacle.png";
        };
    return installers.resolve("common/icon").resolve(name);
  }

  private Path app(Path image) {
    return switch (system) {
      case "windows" -> image.resolve("app");
      case "mac" -> image.resolve("Contents/app");
      default -> image.resolve("lib/app");
    };
  }

  private Path binary(Path image, String name) {
    return switch (system) {
      case "windows" -> image.resolve(name + ".exe");
      case "mac" -> image.resolve("Contents/MacOS").resolve(name);
      default -> image.resolve("bin").resolve(name);
    };
  }

  private static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  private static boolean there(String program) {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
      if (Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }

  /// Copies the native libraries of a jar's folder.
  private static void unpack(Path jar, String folder, Path to) throws IOException {
    try (var file = new JarFile(jar.toFile())) {
      for (var entry : file.stream().toList()) {
        String name = entry.getName();
        if (name.startsWith(folder)
            && name.indexOf('/', folder.length()) < 0
            && name.matches(".*\\.(so|dylib|jnilib|dll)")) {
          try (InputStream in = file.getInputStream(entry)) {
            Files.copy(
                in,
                to.resolve(name.substring(folder.length())),
                StandardCopyOption.REPLACE_EXISTING);
          }
        }
      }
    }
  }

  private static void run(String... command) throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    // The highest level takes minutes on two cores for 7 % less.
    builder.environment().putIfAbsent("DPKG_DEB_COMPRESSOR_LEVEL", "3");
    var process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      System.out.println(String.join(" ", command));
      System.out.println(said);
      System.exit(1);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }

  private static long size(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static void tell(String what, Path path, long bytes) {
    System.out.printf(Locale.ROOT, "%s %s: %.1f MB%n", what, path, bytes / 1e6);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
