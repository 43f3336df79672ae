package org.binnacle.explain.insight;

/// The version of a server, as far as advice depends on it.
public record ServerVersion(boolean mariaDb, int major, int minor, int patch) {

  /// Reads `8.0.33`, `5.7.29-log`, `11.4.5-MariaDB`, `5.5.5-10.6.1-MariaDB`; missing parts are 0.
  public static ServerVersion of(String text) {
    boolean maria = text.contains("MariaDB");
    String plain = maria && text.startsWith("5.5.5-") ? text.substring("5.5.5-".length()) : text;
    int[] parts = new int[3];
    int part = 0;
    for (int i = 0; i < plain.length() && part < 3; i++) {
      char c = plain.charAt(i);
      if (Character.isDigit(c)) {
        parts[part] = Math.min(parts[part] * 10 + (c - '0'), 10_000);
      } else if (c == '.') {
        part++;
      } else {
        break;
      }
    }
    return new ServerVersion(maria, parts[0], parts[1], parts[2]);
  }

  /// Whether it is MySQL of at least this version.
  public boolean mysqlAtLeast(int wantedMajor, int wantedMinor, int wantedPatch) {
    return !mariaDb && compare(wantedMajor, wantedMinor, wantedPatch) >= 0;
  }

  private int compare(int otherMajor, int otherMinor, int otherPatch) {
    if (major != otherMajor) {
      return Integer.compare(major, otherMajor);
    }
    return minor != otherMinor
        ? Integer.compare(minor, otherMinor)
        : Integer.compare(patch, otherPatch);
  }
}
