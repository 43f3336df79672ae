package org.binnacle.inventory;

import org.binnacle.kernel.Safety;

/// What an instance is for, such as production; decides its colour and the care that changes ask
/// for.
///
/// @param colour a colour token of the themes: red, orange, yellow, green, blue, purple, grey
public record Environment(String name, String colour, Safety safety) {}
