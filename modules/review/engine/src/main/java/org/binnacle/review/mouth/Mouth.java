package org.binnacle.review.mouth;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.binnacle.review.report.Report;

/// The forms of a report.
public enum Mouth {
  TEXT(TextMouth::tell),
  JSON(JsonMouth::tell),
  SARIF(SarifMouth::tell),
  HTML(HtmlMouth::tell),
  MARKDOWN(MarkdownMouth::tell),
  CSV(CsvMouth::tell),
  JUNIT(JunitMouth::tell),
  GITHUB(GithubMouth::tell);

  @SuppressWarnings("ImmutableEnumChecker") // a method of a class without state
  private final Function<Report, String> tell;

  Mouth(Function<Report, String> tell) {
    this.tell = tell;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Mouth> named(String word) {
    return Arrays.stream(values()).filter(m -> m.word().equalsIgnoreCase(word)).findFirst();
  }

  /// One line that tells how many findings there are, and which rules did not run.
  public static String summary(Report report) {
    return TextMouth.summary(report);
  }

  /// The whole document, ended by a line feed.
  public String tell(Report report) {
    return tell.apply(report);
  }
}
