import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  /// A heap that stays near what the window needs, see binnacle.sh.
  private static final List<String> WINDOW_OPTIONS =
      List.of(
          "-XX:+UseG1GC",
          "-XX:+UseCompactObjectHeaders",
          "-Xms128m",
          "-XX:MaxNewSize=64m",
          "-XX:SurvivorRatio=4",
          "-XX:TargetSurvivorRatio=80",
          "-XX:MinHeapFreeRatio=10",
          "-XX:MaxHeapFreeRatio=25",
          "-XX:-G1UseAdaptiveIHOP",
          "-XX:InitiatingHeapOccupancyPercent=85",
          "-XX:GCTimeRatio=1",
          "-XX:TrimNativeHeapInterval=60000");

  /// Known on Linux only.
  private static final String LARGE_PAGES = "-XX:+UseTransparentHugePages";

  private final Path installers;
  private final Path built;
  private final Path out;
  private final String version;
  private final String system;
  private final Layout layout;

  private Package(Path root, Path built, Path out, String version) {
    this.installers = root.resolve("installers").toAbsolutePath().normalize();
    this.built = built.toAbsolutePath().normalize();
    this.out = out.toAbsolutePath().normalize();
    this.version = version;
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    this.system = name.startsWith("win") ? "windows" : name.startsWith("mac") ? "mac" : "linux";
    this.layout = new Layout(system);
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    var packaging = new Package(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]), args[3]);
    Disk.delete(packaging.out);
    Files.createDirectories(packaging.out);
    Path javafx = packaging.out.resolve("javafx");
    Path input = packaging.out.resolve("input");
    packaging.sort(javafx, input);
    Path runtime = packaging.link(javafx);
    Path image = packaging.image(runtime, input);
    Caches.train(packaging.layout, image, packaging.out);
    packaging.legal(image);
    Tools.tell("app image", image, Disk.size(image));
    new Platform(
            packaging.installers,
            packaging.built,
            packaging.out,
            packaging.version,
            packaging.system)
        .make(image);
    Disk.delete(javafx);
    Disk.delete(input);
    Disk.delete(runtime);
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
          Disk.unpack(jar, jnaFolder(), input);
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
    Tools.run(
        Tools.tool("jlink"),
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
        Disk.unpack(
            jar, "", libraries); // else JavaFX unpacks them into the home folder at first start
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
    windowTraining.addAll(windowOptions());
    windowTraining.add("-XX:AOTCacheOutput=$APPDIR/window.aot");
    windowTraining.add("-Dglass.platform=Headless");
    windowTraining.add("-Dprism.order=sw");
    launcher("train-window", "org.binnacle.app.Training", windowTraining);
    var command = new ArrayList<>(JAVA_OPTIONS);
    command.addAll(COMMAND_OPTIONS);
    command.add("-XX:AOTCache=$APPDIR/cli.aot");
    launcher("binnacle-cli", "org.binnacle.app.Main", command);
    var arguments = new ArrayList<String>();
    arguments.addAll(List.of(Tools.tool("jpackage"), "--type", "app-image", "--name", "Binnacle"));
    arguments.addAll(List.of("--app-version", version, "--vendor", "Binnacle"));
    arguments.addAll(List.of("--input", input.toString(), "--main-jar", "binnacle-app.jar"));
    arguments.addAll(List.of("--main-class", "org.binnacle.app.Main"));
    arguments.addAll(List.of("--runtime-image", runtime.toString(), "--dest", out.toString()));
    arguments.addAll(List.of("--icon", icon().toString()));
    var window = new ArrayList<>(JAVA_OPTIONS);
    window.addAll(windowOptions());
    for (String option : window) {
      arguments.addAll(List.of("--java-options", option));
    }
    arguments.addAll(List.of("--java-options", "-XX:AOTCache=$APPDIR/window.aot"));
    for (String name : List.of("train-cli", "train-window", "binnacle-cli")) {
      arguments.addAll(List.of("--add-launcher", name + "=" + out.resolve(name + ".properties")));
    }
    Tools.run(arguments.toArray(String[]::new));
    return out.resolve(system.equals("mac") ? "Binnacle.app" : "Binnacle");
  }

  private List<String> windowOptions() {
    var options = new ArrayList<>(WINDOW_OPTIONS);
    if (system.equals("linux")) {
      options.add(LARGE_PAGES);
    }
    return options;
  }

  private void launcher(String name, String main, List<String> options) throws IOException {
    var text = new StringBuilder();
    text.append("main-jar=binnacle-app.jar\nmain-class=").append(main).append('\n');
    text.append("java-options=").append(String.join(" ", options)).append('\n');
    text.append("win-console=true\nwin-menu=false\nwin-shortcut=false\nlinux-shortcut=false\n");
    Files.writeString(out.resolve(name + ".properties"), text);
  }

  private void legal(Path image) throws IOException {
    // Inside the folder of the jars: jpackage leaves other new folders of an image out of packages.
    Path share = Files.createDirectories(layout.app(image).resolve("share"));
    Disk.copy(built.resolve("LICENSE"), share.resolve("LICENSE"));
    Files.writeString(
        share.resolve("THIRD-PARTY.txt"),
        Files.readString(installers.resolve("common/third-party-notes.txt"))
            + Files.readString(built.resolveSibling("third-party/THIRD-PARTY.txt")));
    if (system.equals("linux")) {
      Disk.copy(installers.resolve("linux/binnacle.desktop"), share.resolve("binnacle.desktop"));
      Disk.copy(installers.resolve("common/icon/binnacle.svg"), share.resolve("binnacle.svg"));
      Disk.copy(
          installers.resolve("common/icon/binnacle-256.png"), share.resolve("binnacle-256.png"));
      Path script = image.resolve("bin/binnacle");
      Disk.copy(installers.resolve("linux/binnacle"), script);
      Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
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
}
