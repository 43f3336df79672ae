package org.binnacle.explain.picture;

/// The colours of a theme for drawings.
@FunctionalInterface
public interface Colours {

  /// Red, green, blue in the lowest 24 bits: `0xRRGGBB`.
  int rgb(Ink ink);
}
