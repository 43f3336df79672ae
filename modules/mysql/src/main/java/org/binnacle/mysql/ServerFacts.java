package org.binnacle.mysql;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What one probe at connect tells of a server (see the session contract in the README).
///
/// @param version as SELECT VERSION() says
/// @param comment version_comment
/// @param uuid server_uuid, or `server_id:port` where there is none (MariaDB)
/// @param account CURRENT_USER(): the account that the login matched, as `user@host`
/// @param readOnly read_only or super_read_only is on
/// @param performanceSchema whether it is on
/// @param capabilities what this account can do and this server offers
/// @param notes sentences for the user: what is shown in a reduced way here, and why
/// @param sideDoor a port with places of its own; empty where there is none
public record ServerFacts(
    String version,
    String comment,
    String uuid,
    String account,
    boolean readOnly,
    boolean performanceSchema,
    Set<Capability> capabilities,
    List<String> notes,
    Optional<SideDoor> sideDoor) {

  public ServerFacts {
    capabilities = Set.copyOf(capabilities);
    notes = List.copyOf(notes);
  }

  public ServerFacts(
      String version,
      String comment,
      String uuid,
      String account,
      boolean readOnly,
      boolean performanceSchema,
      Set<Capability> capabilities,
      List<String> notes) {
    this(
        version,
        comment,
        uuid,
        account,
        readOnly,
        performanceSchema,
        capabilities,
        notes,
        Optional.empty());
  }

  public ServerFacts(
      String version,
      String comment,
      String uuid,
      boolean readOnly,
      boolean performanceSchema,
      Set<Capability> capabilities) {
    this(version, comment, uuid, "", readOnly, performanceSchema, capabilities, List.of());
  }

  public boolean can(Capability capability) {
    return capabilities.contains(capability);
  }

  public Version number() {
    return Version.of(version);
  }

  public boolean mariaDb() {
    return version.contains("MariaDB");
  }
}
