package org.binnacle.diagnosis.query;

import java.util.Locale;
import java.util.regex.Pattern;

/// How one alternative of a condition looks at a text. All ignore case.
sealed interface Match {

  boolean in(String text);

  record Contains(String low) implements Match {
    public Contains {
      low = low.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean in(String text) {
      return text.toLowerCase(Locale.ROOT).contains(low);
    }
  }

  /// The whole text, where `*` stands for anything.
  record Whole(String pattern) implements Match {
    public Whole {
      pattern = pattern.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean in(String text) {
      return Glob.matches(pattern, text.toLowerCase(Locale.ROOT));
    }
  }

  record Regex(Pattern pattern) implements Match {
    @Override
    public boolean in(String text) {
      try {
        return pattern.matcher(new Bounded(text, new int[] {Bounded.STEPS})).find();
      } catch (Bounded.TooLong | StackOverflowError e) {
        return false;
      }
    }
  }

  /// A text that ends an evil regular expression after so many looks at a character.
  final class Bounded implements CharSequence {
    static final int STEPS = 200_000;
    private final CharSequence text;
    private final int[] left;

    Bounded(CharSequence text, int[] left) {
      this.text = text;
      this.left = left;
    }

    /// The expression was given up.
    static final class TooLong extends RuntimeException {
      private static final long serialVersionUID = 1L;

      TooLong() {
        super("regular expression given up", null, false, false);
      }
    }

    @Override
    public char charAt(int index) {
      if (left[0]-- <= 0) {
        throw new TooLong();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Bounded(text.subSequence(start, end), left);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
