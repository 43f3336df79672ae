package org.binnacle.diagnosis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.binnacle.mysql.Server;

/// The port to what servers there are; `app` puts the inventory behind it. Called from any thread
/// and often, so it answers from memory.
public interface Fleet {

  List<Server> servers();

  /// The instances that a selector of the inventory means, by id, such as `tag:shop -role:backup`.
  ///
  /// @throws org.binnacle.kernel.Fault where it is not understood
  default Predicate<String> select(String selector) {
    String part = selector.toLowerCase(Locale.ROOT);
    return id ->
        find(id)
            .filter(server -> server.ref().name().toLowerCase(Locale.ROOT).contains(part))
            .isPresent();
  }

  /// What an instance is filed under: the values of a field of the inventory, of which `tags` may
  /// have several; none where it is not set.
  ///
  /// @param field such as `business`
  default List<String> filed(String id, String field) {
    return List.of();
  }

  /// @param id the {@link org.binnacle.kernel.InstanceRef#id()}
  default Optional<Server> find(String id) {
    return servers().stream().filter(server -> server.id().equals(id)).findFirst();
  }
}
