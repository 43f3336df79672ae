package org.binnacle.review.origin;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The author that a script names in its head: `-- author: Ann`, `# Author: Ann`, `/* @author Ann
/// */`, in the first 20 lines.
public final class HeaderAuthor {
  private static final int LINES = 20;
  private static final int LONGEST = 100;
  private static final Pattern AUTHOR =
      Pattern.compile(
          "^\\s*(?:--|#|/\\*+|\\*)\\s*@?author\\b\\s*[:=]?\\s*(.+?)\\s*(?:\\*/.*)?$",
          Pattern.CASE_INSENSITIVE);

  private HeaderAuthor() {}

  public static Optional<String> in(String script) {
    return script
        .lines()
        .limit(LINES)
        .filter(line -> line.length() < 1_000)
        .map(AUTHOR::matcher)
        .filter(Matcher::matches)
        .map(m -> m.group(1).replaceAll("\\s*<[^>]*>", "").strip())
        .filter(name -> !name.isEmpty() && name.length() <= LONGEST)
        .findFirst();
  }
}
