package org.binnacle.mysql.pool;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.jdbc.Link;

/// The connection ids that this program has open on each server: entered when a connection is
/// opened, left out when it is closed. Servers without connection attributes (MariaDB,
/// performance_schema off) do not tell who we are. From any thread.
///
/// A server is known by its id in the inventory and by its address, so that one that stands there
/// twice knows the connections of both. Server ids and UUIDs are no key: MariaDB has no UUID, and
/// its `server_id` is 1 where nobody has set it.
final class OwnSessions {
  private final Map<String, Set<Long>> open = new ConcurrentHashMap<>();

  /// The same link, which is left out again when it is closed.
  ///
  /// @param server as the inventory tells it, whatever door the link went through
  Link entered(Server server, Link link) {
    long id = link.connectionId();
    List<String> keys = keys(server);
    keys.forEach(key -> enter(key, id));
    Link.Dialled way = link.dialled();
    return link.with(
        new Link.Dialled() {
          @Override
          public void end() {
            way.end();
          }

          @Override
          public void release() {
            keys.forEach(key -> leave(key, id));
            way.release();
          }
        });
  }

  private void enter(String key, long id) {
    open.compute(key, (same, present) -> with(present == null ? Set.of() : present, id));
  }

  private static Set<Long> with(Set<Long> present, long id) {
    var more = new HashSet<>(present);
    more.add(id);
    return Set.copyOf(more);
  }

  private void leave(String key, long id) {
    open.computeIfPresent(
        key,
        (same, present) -> {
          var rest = new HashSet<>(present);
          rest.remove(id);
          return rest.isEmpty() ? null : Set.copyOf(rest);
        });
  }

  /// Those that are open now.
  Set<Long> of(Server server) {
    return of(keys(server));
  }

  /// The same for one who asks again and again.
  Supplier<Set<Long>> at(Server server) {
    List<String> keys = keys(server);
    return () -> of(keys);
  }

  private Set<Long> of(List<String> keys) {
    Set<Long> byId = open.getOrDefault(keys.getFirst(), Set.of());
    Set<Long> byAddress = open.getOrDefault(keys.getLast(), Set.of());
    if (byId.containsAll(byAddress)) {
      return byId;
    }
    var both = new HashSet<>(byId);
    both.addAll(byAddress);
    return Set.copyOf(both);
  }

  private static List<String> keys(Server server) {
    String through = server.tunnel().map(tunnel -> tunnel.host() + ">").orElse("");
    return List.of(
        "id " + server.id(),
        "at " + (through + server.host() + ":" + server.port()).toLowerCase(Locale.ROOT));
  }
}
