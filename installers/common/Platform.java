import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The platform's own packages out of an app image: .deb, .rpm, .dmg or .msi.
record Platform(Path installers, Path built, Path out, String version, String system) {
  void make(Path image) throws IOException, InterruptedException {
    var types =
        Map.of(
            "windows",
            List.of("msi"),
            "mac",
            List.of("dmg"),
            "linux",
            List.of(Tools.there("dpkg-deb") ? "deb" : "", Tools.there("rpmbuild") ? "rpm" : ""));
    for (String type : types.get(system)) {
      if (!type.isEmpty()) {
        make(image, type);
      }
    }
  }

  private void make(Path image, String type) throws IOException, InterruptedException {
    var arguments = new ArrayList<String>();
    arguments.addAll(List.of(Tools.tool("jpackage"), "--type", type, "--name", "Binnacle"));
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
    Tools.run(arguments.toArray(String[]::new));
    try (var files = Files.list(out)) {
      for (Path file : files.filter(path -> path.toString().endsWith("." + type)).toList()) {
        Tools.tell("package", file, Files.size(file));
      }
    }
  }
}
