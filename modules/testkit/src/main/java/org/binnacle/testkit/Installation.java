package org.binnacle.testkit;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A server build that lies on this machine, ready to be started.
///
/// @param version such as `8.0.33`
/// @param home the folder that holds it
/// @param command the start of each command line: program and the options that make it find its own
///   files
/// @param environment variables that it needs, such as LD_LIBRARY_PATH
public record Installation(
    Distribution distribution,
    String version,
    Path home,
    List<String> command,
    Map<String, String> environment) {

  public Installation {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  public boolean mariadb() {
    return distribution == Distribution.MARIADB_10_11 || distribution == Distribution.MARIADB_11_4;
  }
}
