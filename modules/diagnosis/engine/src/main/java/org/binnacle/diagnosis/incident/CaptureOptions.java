package org.binnacle.diagnosis.incident;

/// How a capture is taken.
///
/// @param looks at the process list, a second apart: 3, or 10 for the longer analysis
/// @param trigger what started it, in words
/// @param note the user's; may be empty
public record CaptureOptions(int looks, String trigger, String note) {

  public CaptureOptions {
    looks = Math.clamp(looks, 1, 30);
  }

  /// One look, for a moment that is marked to be compared with another.
  ///
  /// @param name such as `A`
  public static CaptureOptions mark(String name) {
    return new CaptureOptions(1, "mark " + name, "");
  }

  public static CaptureOptions byHand() {
    return new CaptureOptions(3, "by hand", "");
  }
}
