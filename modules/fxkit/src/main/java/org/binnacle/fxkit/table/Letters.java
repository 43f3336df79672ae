package org.binnacle.fxkit.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.control.OverrunStyle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;

/// Widths of one font's letters, measured once each, so that a text is cut to its cell without a
/// layout of its own. Letters that join or stack are measured as a whole text.
///
/// JavaFX lays out simple scripts letter by letter without kerning; `LettersTest` holds that the
/// sum equals the laid-out width.
final class Letters {
  static final String DOTS = "…";
  private static final int NEAR = 0x300;

  private final Font font;
  private final Text probe = new Text();
  private final double[] near = new double[NEAR];
  private final Map<Character, Double> far = new HashMap<>();
  private final double height;
  private final double baseline;
  private final double dots;

  Letters(Font font) {
    this.font = font;
    Arrays.fill(near, -1);
    probe.setFont(font);
    probe.setBoundsType(TextBoundsType.LOGICAL_VERTICAL_CENTER);
    probe.setText("X");
    height = probe.getLayoutBounds().getHeight();
    baseline = probe.getBaselineOffset();
    dots = width(DOTS);
  }

  Font font() {
    return font;
  }

  /// From the top of a box to the baseline of a line that stands in its middle, px.
  double baseline(double boxHeight) {
    return Math.round((boxHeight - height) / 2) + baseline;
  }

  double lineHeight() {
    return height;
  }

  double width(String text) {
    double sum = 0;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (!simple(letter)) {
        return whole(text);
      }
      sum += advance(letter);
    }
    return sum;
  }

  /// The text itself where it fits, else what fits of it with dots where something is missing.
  String cut(String text, double room, OverrunStyle how) {
    if (width(text) <= room) {
      return text;
    }
    double left = room - dots;
    if (left < 0) {
      return "";
    }
    return switch (how) {
      case LEADING_ELLIPSIS, LEADING_WORD_ELLIPSIS -> DOTS + tail(text, left);
      case CENTER_ELLIPSIS, CENTER_WORD_ELLIPSIS -> {
        String head = head(text, left / 2);
        yield head + DOTS + tail(text, left - width(head));
      }
      case CLIP -> head(text, room);
      case ELLIPSIS, WORD_ELLIPSIS -> head(text, left).stripTrailing() + DOTS;
    };
  }

  private String head(String text, double room) {
    int least = 0;
    int most = text.length();
    while (least < most) {
      int middle = (least + most + 1) >>> 1;
      if (width(text.substring(0, middle)) <= room) {
        least = middle;
      } else {
        most = middle - 1;
      }
    }
    boolean torn = least > 0 && Character.isHighSurrogate(text.charAt(least - 1));
    return text.substring(0, torn ? least - 1 : least);
  }

  private String tail(String text, double room) {
    int least = 0;
    int most = text.length();
    while (least < most) {
      int middle = (least + most) >>> 1;
      if (width(text.substring(middle)) <= room) {
        most = middle;
      } else {
        least = middle + 1;
      }
    }
    boolean torn = least < text.length() && Character.isLowSurrogate(text.charAt(least));
    return text.substring(torn ? least + 1 : least);
  }

  private double advance(char letter) {
    if (letter >= NEAR) {
      return far.computeIfAbsent(letter, one -> whole(String.valueOf(one)));
    }
    if (near[letter] < 0) {
      near[letter] = whole(String.valueOf(letter));
    }
    return near[letter];
  }

  private double whole(String text) {
    probe.setText(text);
    return probe.getLayoutBounds().getWidth();
  }

  // Latin, Greek, Cyrillic, dashes and dots, arrows to box drawing, kana and Han: one letter, one
  // width.
  private static boolean simple(char letter) {
    return letter < NEAR
        || (letter >= 0x370 && letter < 0x483)
        || (letter >= 0x2010 && letter < 0x2028)
        || (letter >= 0x2190 && letter < 0x2600)
        || (letter >= 0x3040 && letter < 0x3099)
        || (letter >= 0x4E00 && letter < 0xA000);
  }
}
