package org.binnacle.diagnosis;

import java.util.List;
import java.util.Optional;
import org.binnacle.mysql.Server;

/// The port to what servers there are; `app` puts the inventory behind it. Called from any thread
/// and often, so it answers from memory.
public interface Fleet {

  List<Server> servers();

  /// @param id the {@link org.binnacle.kernel.InstanceRef#id()}
  default Optional<Server> find(String id) {
    return servers().stream().filter(server -> server.id().equals(id)).findFirst();
  }
}
