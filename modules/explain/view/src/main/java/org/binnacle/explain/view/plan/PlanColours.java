package org.binnacle.explain.view.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.binnacle.fxkit.sql.Highlighter;

/// The colours of a plan's text: keys, texts and numbers of JSON; estimates and measurements of
/// trees. Pure.
final class PlanColours implements Highlighter {
  private static final Pattern JSON =
      Pattern.compile(
          "(\"(?:[^\"\\\\\n]|\\\\.)*+\")(\\s*:)?|(-?\\d[\\d.eE+-]*)|\\b(true|false|null)\\b");
  private static final Pattern TREE =
      Pattern.compile(
          "(\\(cost=[^)\n]*\\))|(\\(actual [^)\n]*\\)|\\(never executed\\))|(^\\s*->)",
          Pattern.MULTILINE);

  @Override
  public List<Stretch> stretches(String text) {
    var found = new ArrayList<Stretch>();
    boolean json = text.stripLeading().startsWith("{") || text.contains("\"query_block\"");
    Matcher matcher = (json ? JSON : TREE).matcher(text);
    while (matcher.find()) {
      String style = json ? json(matcher) : tree(matcher);
      int end = json && matcher.group(1) != null ? matcher.end(1) : matcher.end();
      found.add(new Stretch(matcher.start(), end, style));
    }
    return found;
  }

  private static String json(Matcher matcher) {
    if (matcher.group(1) != null) {
      return matcher.group(2) == null ? "sql-text" : "sql-keyword";
    }
    return matcher.group(3) == null ? "sql-variable" : "sql-number";
  }

  private static String tree(Matcher matcher) {
    return matcher.group(1) != null
        ? "sql-comment"
        : matcher.group(2) != null ? "sql-number" : "sql-keyword";
  }
}
