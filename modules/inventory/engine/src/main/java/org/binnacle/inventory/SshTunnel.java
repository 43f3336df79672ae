package org.binnacle.inventory;

/// The SSH host that an instance is reached through. Empty texts stand for the user's defaults.
///
/// @param key path of a private key file
/// @param knownHosts path of a known_hosts file
public record SshTunnel(String host, int port, String user, String key, String knownHosts) {}
