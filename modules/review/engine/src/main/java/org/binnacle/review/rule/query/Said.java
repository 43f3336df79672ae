package org.binnacle.review.rule.query;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.binnacle.review.Edit;
import org.binnacle.review.Fix;
import org.binnacle.review.Subject;
import org.binnacle.sql.Span;

/// How findings about queries quote and mend.
public final class Said {
  private static final int LONGEST = 60;

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private Said() {}

  /// The place, or the statement's head where the parser did not tell it.
  public static Span at(Optional<Span> span, Subject s) {
    return span.orElseGet(s::head);
  }

  /// What is written there, on one line and not too long.
  public static String quoted(Optional<Span> span, Subject s) {
    String all = at(span, s).in(s.text());
    all = SPACE.matcher(all).replaceAll(" ");
    return all.length() <= LONGEST ? all : all.substring(0, LONGEST - 1) + "…";
  }

  /// A change of one place.
  public static Fix fix(String title, boolean safe, Span span, String replacement) {
    return new Fix(title, List.of(new Edit(span, replacement)), safe);
  }
}
