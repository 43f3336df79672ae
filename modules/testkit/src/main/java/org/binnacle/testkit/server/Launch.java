package org.binnacle.testkit.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How one server is to be started.
///
/// @param serverId unique among servers that replicate with each other
/// @param folder where its data folder is made; without one in a temporary folder that goes away
///   with the server
/// @param options more server options, such as `--max-connections=20`; they win over ours
public record Launch(int serverId, Optional<Path> folder, List<String> options) {

  public Launch {
    options = List.copyOf(options);
  }

  public static Launch plain() {
    return new Launch(1, Optional.empty(), List.of());
  }

  public Launch id(int id) {
    return new Launch(id, folder, options);
  }

  public Launch in(Path path) {
    return new Launch(serverId, Optional.of(path), options);
  }

  public Launch with(String... more) {
    var all = new ArrayList<>(options);
    all.addAll(List.of(more));
    return new Launch(serverId, folder, all);
  }
}
