package org.binnacle.mysql;

import java.util.Set;

/// What one probe at connect tells of a server (see the session contract in the README).
///
/// @param version as SELECT VERSION() says
/// @param comment version_comment
/// @param uuid server_uuid, or `server_id:port` where there is none (MariaDB)
/// @param readOnly read_only or super_read_only is on
/// @param performanceSchema whether it is on
/// @param capabilities what this account can do and this server offers
public record ServerFacts(
    String version,
    String comment,
    String uuid,
    boolean readOnly,
    boolean performanceSchema,
    Set<Capability> capabilities) {

  public ServerFacts {
    capabilities = Set.copyOf(capabilities);
  }

  public boolean can(Capability capability) {
    return capabilities.contains(capability);
  }
}
