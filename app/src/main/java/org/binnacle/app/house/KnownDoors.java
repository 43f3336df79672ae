package org.binnacle.app.house;

import java.util.Optional;
import org.binnacle.kernel.Settings;
import org.binnacle.mysql.SideDoor;
import org.binnacle.mysql.SideDoors;

/// Side doors of servers in the settings, under `server.side-door.<id>`; a dash for a server that
/// had none.
final class KnownDoors implements SideDoors {
  private static final String PREFIX = "server.side-door.";

  private final Settings settings;

  KnownDoors(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Optional<SideDoor> of(String serverId) {
    return settings.get(PREFIX + serverId).flatMap(SideDoor::read);
  }

  @Override
  public boolean asked(String serverId) {
    return settings.get(PREFIX + serverId).isPresent();
  }

  @Override
  public void learned(String serverId, Optional<SideDoor> door) {
    String text = door.map(SideDoor::text).orElse("-");
    if (!settings.get(PREFIX + serverId).equals(Optional.of(text))) {
      settings.put(PREFIX + serverId, text);
    }
  }
}
