package org.binnacle.explain;

import java.util.Optional;
import org.binnacle.mysql.Server;

/// The port to what servers there are.
public interface Servers {

  /// By the id of an {@link org.binnacle.kernel.InstanceRef}.
  Optional<Server> find(String id);
}
