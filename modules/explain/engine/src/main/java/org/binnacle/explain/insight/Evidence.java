package org.binnacle.explain.insight;

/// One number that a finding rests on.
///
/// @param what what was counted or measured, with its unit: `rows read`, `ms in this step`
public record Evidence(String what, double value) {}
