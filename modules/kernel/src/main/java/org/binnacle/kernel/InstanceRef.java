package org.binnacle.kernel;

/// What any room may know of an instance: enough to name it, colour it and weigh a change on it.
///
/// @param id the inventory's id (a UUID as text), or `host:port` for an instance that is in no
///   inventory
/// @param name the name that users gave
/// @param address `host:port`
/// @param environment such as `production`; empty where none is set
/// @param colour a colour token of the themes: red, orange, yellow, green, blue, purple, grey
/// @param safety the care that changes ask for
/// @param cluster the cluster it belongs to; empty where none is set
public record InstanceRef(
    String id,
    String name,
    String address,
    String environment,
    String colour,
    Safety safety,
    String cluster) {}
