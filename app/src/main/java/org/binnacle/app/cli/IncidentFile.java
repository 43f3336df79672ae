package org.binnacle.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.binnacle.diagnosis.incident.IncidentFaults;
import org.binnacle.kernel.Fault;

/// Where an incident is to be written. It is looked at before a capture: nobody wants to be told
/// afterwards, when the scene is over, that the folder does not exist.
final class IncidentFile {
  private IncidentFile() {}

  /// @param command such as `binnacle capture`
  /// @throws Fault where it can't be written, or its name tells no form
  static void check(String command, Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (!name.matches(".*\\.(html?|json|md|markdown)")) {
      throw new Fault(
          CliFaults.USAGE, command + ": a file ends in .html, .json or .md, not so: " + file);
    }
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    if (!Files.isDirectory(folder)) {
      throw new Fault(IncidentFaults.FILE, file + ": there is no folder " + folder);
    }
    if (Files.isDirectory(file)) {
      throw new Fault(IncidentFaults.FILE, file + ": it is a folder");
    }
    if (!Files.isWritable(Files.exists(file) ? file : folder)) {
      throw new Fault(IncidentFaults.FILE, file + ": permission denied");
    }
  }

  /// The first capture of a run goes to the file itself, the second beside it as `name-2.html`.
  static Path numbered(Path file, int number) {
    if (number < 2) {
      return file;
    }
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return file.resolveSibling(name.substring(0, dot) + "-" + number + name.substring(dot));
  }
}
