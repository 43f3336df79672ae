import java.nio.file.Path;

/// Where things lie in an app image.
///
/// @param system linux, mac or windows
record Layout(String system) {
  Path app(Path image) {
    return switch (system) {
      case "windows" -> image.resolve("app");
      case "mac" -> image.resolve("Contents/app");
      default -> image.resolve("lib/app");
    };
  }

  Path binary(Path image, String name) {
    return switch (system) {
      case "windows" -> image.resolve(name + ".exe");
      case "mac" -> image.resolve("Contents/MacOS").resolve(name);
      default -> image.resolve("bin").resolve(name);
    };
  }
}
