package org.binnacle.review.set;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A rule set file as errors name it.
///
/// @param name as it was asked for
/// @param text of it; lines are looked for there
record Where(String name, String text) {

  /// `team.yaml:12`: the line where these words stand, each at or behind the one before; without a
  /// line where the first is not found.
  String at(String... words) {
    int from = 0;
    int line = 0;
    List<String> lines = text.lines().toList();
    for (String word : words) {
      Optional<Integer> found = line(lines, word, from);
      if (found.isEmpty()) {
        break;
      }
      from = found.get();
      line = from + 1;
    }
    return line == 0 ? name : name + ":" + line;
  }

  /// A dotted name may be written as a table and a key.
  private static Optional<Integer> line(List<String> lines, String word, int from) {
    Optional<Integer> whole = find(lines, word, from);
    int dot = word.indexOf('.');
    if (whole.isPresent() || dot <= 0) {
      return whole;
    }
    return find(lines, word.substring(0, dot), from)
        .flatMap(at -> find(lines, word.substring(dot + 1), at));
  }

  private static Optional<Integer> find(List<String> lines, String word, int from) {
    if (word.isEmpty()) {
      return Optional.empty();
    }
    Pattern whole = Pattern.compile("(?<![\\w-])" + Pattern.quote(word) + "(?![\\w-])");
    for (int i = from; i < lines.size(); i++) {
      Matcher found = whole.matcher(lines.get(i));
      if (found.find() && !isComment(lines.get(i), found.start())) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private static boolean isComment(String line, int at) {
    String before = line.substring(0, at);
    return before.strip().startsWith("#") || before.contains(" #");
  }
}
