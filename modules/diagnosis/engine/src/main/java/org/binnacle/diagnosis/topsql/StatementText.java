package org.binnacle.diagnosis.topsql;

import java.util.regex.Pattern;

/// A statement in words.
///
/// @param text its digest text: values are `?`
/// @param sample one that ran, with its values; empty where the server keeps none
public record StatementText(String text, String sample) {
  private static final Pattern OWN_NAME =
      Pattern.compile(
          "(?:EXECUTE|PREPARE|DEALLOCATE PREPARE)\\s+`?binnacle_", Pattern.CASE_INSENSITIVE);
  private static final Pattern UNFINISHED =
      Pattern.compile("(?:[.,(=<>+*/%|&^-]|\\b(?:AND|OR|AS|BY|FROM|JOIN|ON|WHERE|SET))$");
  public static final StatementText UNKNOWN = new StatementText("", "");

  /// Whether it is one of Binnacle's own: they are marked in their comment, of which the digest
  /// text keeps nothing and the sample all, or run under a name of ours.
  public boolean ours() {
    return sample.contains("/* binnacle:") || OWN_NAME.matcher(text).lookingAt();
  }

  /// Whether the server cut the text (max_digest_length). Servers do not mark that: a text that
  /// stops behind an operator or within parentheses is taken for one.
  public boolean cut() {
    String end = text.strip();
    long open = end.chars().filter(sign -> sign == '(').count();
    long closed = end.chars().filter(sign -> sign == ')').count();
    return open > closed || UNFINISHED.matcher(end).find();
  }

  /// Whether the server cut the sample (performance_schema_max_sql_text_length).
  public boolean sampleCut() {
    return sample.endsWith("...");
  }

  /// Whether there is a sample, and whole.
  public boolean explainable() {
    return !sample.isEmpty() && !sampleCut();
  }

  StatementText withSample(String ran) {
    return new StatementText(text, ran);
  }
}
