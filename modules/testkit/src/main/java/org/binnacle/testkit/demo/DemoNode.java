package org.binnacle.testkit.demo;

/// What the inventory has to know of a server of the demo fleet.
///
/// @param user the account with no more privileges than Binnacle needs
/// @param role `source` or `replica`
public record DemoNode(
    String name,
    String host,
    int port,
    String user,
    String password,
    String role,
    String cluster,
    String environment,
    String business) {}
