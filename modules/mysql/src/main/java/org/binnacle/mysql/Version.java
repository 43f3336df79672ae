package org.binnacle.mysql;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The numbers of VERSION(): `8.0.33-25` is 8, 0, 33. The `5.5.5-` that MariaDB 10 puts before its
/// own version in the handshake is skipped.
public record Version(int major, int minor, int patch) implements Comparable<Version> {
  private static final Pattern NUMBERS =
      Pattern.compile("^(?:5\\.5\\.5-(?=1\\d\\.))?(\\d+)\\.(\\d+)(?:\\.(\\d+))?");
  private static final Comparator<Version> ORDER =
      Comparator.comparingInt(Version::major)
          .thenComparingInt(Version::minor)
          .thenComparingInt(Version::patch);

  /// Reads it from a server's text; 0.0.0 where there are no numbers.
  public static Version of(String text) {
    Matcher numbers = NUMBERS.matcher(text);
    if (!numbers.find()) {
      return new Version(0, 0, 0);
    }
    String patch = numbers.group(3);
    return new Version(
        number(numbers.group(1)), number(numbers.group(2)), patch == null ? 0 : number(patch));
  }

  private static int number(String digits) {
    return digits.length() > 6 ? 999_999 : Integer.parseInt(digits);
  }

  @Override
  public int compareTo(Version other) {
    return ORDER.compare(this, other);
  }

  public boolean atLeast(int otherMajor, int otherMinor, int otherPatch) {
    return compareTo(new Version(otherMajor, otherMinor, otherPatch)) >= 0;
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
