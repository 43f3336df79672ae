package org.binnacle.mysql;

import java.nio.file.Path;
import java.util.Optional;

/// An SSH host that a connection goes through.
///
/// @param key a private key file; without one the agent or a password is used
/// @param knownHosts a known_hosts file; without one the user's own; an unknown host key is refused
public record Tunnel(
    String host, int port, String user, Optional<Path> key, Optional<Path> knownHosts) {}
