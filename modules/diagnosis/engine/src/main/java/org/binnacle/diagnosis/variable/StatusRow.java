package org.binnacle.diagnosis.variable;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/// One status variable.
///
/// @param perS how fast it grows or falls; empty where it is no number, before the second look, or
///   where it was reset
/// @param since by how much it has changed since the first look of this course; empty where it is
///   no number or was reset
public record StatusRow(
    String instanceId, String name, String value, OptionalDouble perS, OptionalLong since) {}
