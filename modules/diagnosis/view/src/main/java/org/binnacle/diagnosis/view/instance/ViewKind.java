package org.binnacle.diagnosis.view.instance;

import java.util.Optional;
import java.util.function.Function;

/// A place in the switcher.
///
/// @param key stable, such as `locks`; what is remembered and jumped to
/// @param digit the key that shows it, 0 to 9; negative for none
/// @param words as the switcher says it
/// @param tip what it shows, in a sentence
/// @param make makes the view, on the FX thread
/// @param badge makes the count that is told in place of the view's own, from the beginning; empty
///   where the view's own will do
public record ViewKind(
    String key,
    int digit,
    String words,
    String tip,
    Function<Scope, InstanceView> make,
    Optional<Function<Scope, ViewBadge>> badge) {

  /// Its count is that of the view, and there is none before the view was in front.
  public ViewKind(
      String key, int digit, String words, String tip, Function<Scope, InstanceView> make) {
    this(key, digit, words, tip, make, Optional.empty());
  }
}
