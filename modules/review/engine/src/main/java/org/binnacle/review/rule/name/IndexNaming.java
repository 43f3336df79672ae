package org.binnacle.review.rule.name;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.binnacle.review.Edit;
import org.binnacle.review.Findings;
import org.binnacle.review.Fix;
import org.binnacle.review.NewIndex;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.IndexDef;

/// Names of indexes against a pattern with `{table}` and `{columns}`.
final class IndexNaming {
  private IndexNaming() {}

  static void check(Subject s, Findings out, IndexDef.Kind kind) {
    for (NewIndex n : s.newIndexes()) {
      if (n.index().kind() != kind || n.index().inline() || n.index().name().isEmpty()) {
        continue;
      }
      String name = n.index().name().get();
      String wanted = wanted(out.text("pattern"), n);
      int max = out.number("maxLength");
      if (name.length() > max || !Pattern.compile(wanted).matcher(name).matches()) {
        String plain = plain(out.text("pattern"), n);
        String message = "The index " + name + " does not match " + wanted + ".";
        if (plain.isEmpty() || plain.length() > max) {
          out.at(n.index().nameSpan(), n.object(), message);
        } else {
          var edit = new Edit(n.index().nameSpan(), plain);
          out.at(
              n.index().nameSpan(),
              n.object(),
              message,
              new Fix("call it " + plain, List.of(edit), false));
        }
      }
    }
  }

  private static String columns(NewIndex n) {
    return n.index().parts().stream()
        .map(p -> p.isColumn() ? p.column() : "expr")
        .collect(Collectors.joining("_"))
        .toLowerCase(Locale.ROOT);
  }

  private static String wanted(String pattern, NewIndex n) {
    return pattern
        .replace("{table}", Pattern.quote(n.table().name()))
        .replace("{columns}", "(?i:" + Pattern.quote(columns(n)) + ")");
  }

  /// The name that the pattern asks for; empty where it leaves a choice.
  private static String plain(String pattern, NewIndex n) {
    String name =
        pattern
            .replaceAll("^\\^|\\$$", "")
            .replace("{table}", n.table().name())
            .replace("{columns}", columns(n));
    return name.matches("\\w+") ? name : "";
  }
}
