package org.binnacle.mysql.pool;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Bounds;
import org.binnacle.mysql.ConnectFaults;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.SideDoor;
import org.binnacle.mysql.SideDoors;
import org.binnacle.mysql.jdbc.Link;

/// Opens links, by the side door where a server says that it has no place left (error 1040).
final class FullServer {
  private static final Duration GUESS = Duration.ofMillis(700);

  private final SideDoors doors;

  FullServer(SideDoors doors) {
    this.doors = doors;
  }

  /// By the usual port only: a place at the side door is not for what can wait.
  ///
  /// @param dial opens a link to a server within bounds
  Link usual(Server server, Bounds bounds, BiFunction<Server, Bounds, Link> dial) {
    Link link = dial.apply(server, bounds);
    doors.learned(server.id(), link.facts().sideDoor());
    return link;
  }

  /// By the side door where the usual port is full.
  ///
  /// @param dial opens a link to a server within bounds
  /// @throws Fault the refusal of the usual port, with what the side door said where there is one
  Link open(Server server, Bounds bounds, BiFunction<Server, Bounds, Link> dial) {
    try {
      return usual(server, bounds, dial);
    } catch (Fault full) {
      if (!full.code().equals(ConnectFaults.TOO_MANY)) {
        throw full;
      }
      return aside(server, bounds, dial, full);
    }
  }

  private Link aside(
      Server server, Bounds bounds, BiFunction<Server, Bounds, Link> dial, Fault full) {
    Optional<SideDoor> known = doors.of(server.id());
    if (known.isEmpty() && doors.asked(server.id())) {
      throw full;
    }
    SideDoor door = known.orElseGet(SideDoor::guessed);
    Bounds within = known.isPresent() ? bounds : shorter(bounds);
    try {
      return dial.apply(door.of(server), within);
    } catch (Fault shut) {
      throw known.isEmpty()
          ? full
          : new Fault(
              full.code(),
              full.detail() + "; side port " + door.port() + ": " + shut.detail(),
              full);
    }
  }

  /// Nobody may be there, or a firewall that says nothing.
  private static Bounds shorter(Bounds bounds) {
    return new Bounds(
        bounds.connect().compareTo(GUESS) < 0 ? bounds.connect() : GUESS,
        bounds.statement(),
        bounds.socket(),
        bounds.lockWait());
  }
}
