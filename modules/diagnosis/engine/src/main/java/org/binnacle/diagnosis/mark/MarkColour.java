package org.binnacle.diagnosis.mark;

import java.util.Locale;

/// The palette of marks. Each has a ground that letters are readable on in the light theme and in
/// the dark one; grey has quiet letters instead.
public enum MarkColour {
  RED,
  ORANGE,
  YELLOW,
  GREEN,
  BLUE,
  PURPLE,
  GREY,
  /// A word and a shape only.
  NONE;

  /// Its name in settings and sheets.
  public String token() {
    return name().toLowerCase(Locale.ROOT);
  }
}
