package org.binnacle.explain.picture;

/// About how wide letters are, without a font at hand: drawings are laid out off the FX thread.
/// Errs on the wide side (checked by eye with the system's sans-serif).
public final class Letters {
  private static final String NARROW = "iljtfr.,:;'|!()[]{}I ";
  private static final String WIDE = "mwMWQOGDCHN@%";

  /// Those that nearly all texts are made of, looked up instead of searched for.
  private static final double[] USUAL = new double[128];

  static {
    for (char c = 0; c < USUAL.length; c++) {
      USUAL[c] = measured(c);
    }
  }

  private Letters() {}

  /// About how wide a line is.
  public static double width(String text, double size) {
    double width = 0;
    for (int i = 0; i < text.length(); i++) {
      width += letter(text.charAt(i));
    }
    return width * size;
  }

  /// What of a text fits, with an ellipsis where it was cut; empty where hardly anything does.
  public static String cut(String text, double size, double most) {
    String line = text.length() > 400 ? text.substring(0, 400) : text;
    if (width(line, size) <= most) {
      return line;
    }
    double width = letter('m') * size;
    for (int i = 0; i < line.length(); i++) {
      width += letter(line.charAt(i)) * size;
      if (width > most) {
        return i < 3 ? "" : line.substring(0, i) + "…";
      }
    }
    return line;
  }

  private static double letter(char c) {
    return c < USUAL.length ? USUAL[c] : measured(c);
  }

  private static double measured(char c) {
    return NARROW.indexOf(c) >= 0 ? 0.37 : WIDE.indexOf(c) >= 0 ? 0.88 : c > 0x2E80 ? 1 : 0.62;
  }
}
