package org.binnacle.diagnosis.view.instance;

import java.util.function.Function;

/// A place in the switcher.
///
/// @param key stable, such as `locks`; what is remembered and jumped to
/// @param digit the key that shows it, 0 to 9; negative for none
/// @param words as the switcher says it
/// @param tip what it shows, in a sentence
/// @param make makes the view, on the FX thread
public record ViewKind(
    String key, int digit, String words, String tip, Function<Scope, InstanceView> make) {}
