package org.binnacle.review.origin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who committed each line of a file, out of what `git blame --porcelain` prints: a line of commit
/// and numbers before each line of the file, and the author's name where a commit comes first.
final class Blame {
  private static final String UNCOMMITTED = "0000000000000000000000000000000000000000";

  private final List<String> authors;

  private Blame(List<String> authors) {
    this.authors = List.copyOf(authors);
  }

  static Blame of(String porcelain) {
    Map<String, String> names = new HashMap<>();
    var authors = new ArrayList<String>();
    String commit = "";
    for (String line : porcelain.split("\n", -1)) {
      if (line.startsWith("\t")) {
        authors.add(names.getOrDefault(commit, ""));
      } else if (line.startsWith("author ") && !commit.startsWith(UNCOMMITTED)) {
        names.put(commit, line.substring("author ".length()).strip());
      } else if (isHead(line)) {
        commit = line.substring(0, line.indexOf(' '));
      }
    }
    return new Blame(authors);
  }

  private static boolean isHead(String line) {
    int space = line.indexOf(' ');
    return (space == 40 || space == 64)
        && line.substring(0, space).chars().allMatch(c -> Character.digit(c, 16) >= 0);
  }

  /// @param line from 1
  /// @return nothing where the line is not committed
  Optional<String> author(int line) {
    return line >= 1 && line <= authors.size()
        ? Optional.of(authors.get(line - 1)).filter(name -> !name.isEmpty())
        : Optional.empty();
  }
}
