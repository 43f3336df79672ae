package org.binnacle.review.report;

import org.binnacle.review.Own;

/// What a file's report comes to, the worst first.
public enum FileState {
  /// A rule crashed: what is missing is not known.
  RULE_FAILED("a rule failed"),
  /// A statement that the server would refuse.
  SYNTAX_ERROR("syntax error"),
  FINDINGS("findings"),
  /// Nothing found, but a statement is beyond what Binnacle reads.
  PARTLY("partly reviewed"),
  PASSED("passed");

  private final String words;

  FileState(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  public static FileState of(FileReport file) {
    if (has(file, Own.RULE_FAILED.id())) {
      return RULE_FAILED;
    }
    if (has(file, Own.SYNTAX.id())) {
      return SYNTAX_ERROR;
    }
    if (file.open().anyMatch(t -> !t.rule().equals(Own.NOT_REVIEWED.id()))) {
      return FINDINGS;
    }
    return has(file, Own.NOT_REVIEWED.id()) ? PARTLY : PASSED;
  }

  private static boolean has(FileReport file, String rule) {
    return file.open().anyMatch(t -> t.rule().equals(rule));
  }
}
