package org.binnacle.review.mouth;

import java.util.regex.Pattern;
import org.binnacle.review.ddl.Prediction;
import org.binnacle.review.live.LiveSource;
import org.binnacle.review.report.FileReport;
import org.binnacle.review.report.Report;
import org.binnacle.review.report.StatementReport;
import org.binnacle.review.report.Told;

/// One page that needs nothing beside it. All text of scripts is escaped: it is of strangers.
final class HtmlMouth {
  private static final int MAX_TEXT = 1_500;
  private static final String STYLE =
      """
      body { font: 14px/1.45 system-ui, sans-serif; margin: 2em auto; max-width: 72em; padding: 0 1em;
             color-scheme: light dark; }
      h2 { margin-top: 2em; border-bottom: 1px solid; padding-bottom: .2em; }
      pre { overflow-x: auto; padding: .6em; border: 1px solid; border-radius: 4px; margin: 1em 0 .4em; }
      table { border-collapse: collapse; width: 100%; }
      td { padding: .25em .6em; vertical-align: top; }
      td:first-child { white-space: nowrap; width: 5em; }
      .error td:first-child::before { content: "\\25CF  "; color: crimson; }
      .warning td:first-child::before { content: "\\25B2  "; color: darkorange; }
      .notice td:first-child::before { content: "\\25C6  "; color: steelblue; }
      code { white-space: nowrap; }
      details { margin: .4em 0 1em; }
      details table { width: auto; font-variant-numeric: tabular-nums; }
      details th { text-align: left; padding: .25em .6em; border-bottom: 1px solid; }
      details td:nth-child(n+4), details th:nth-child(n+4) { text-align: right; }
      tr:target { outline: 2px solid; }
      """;

  private HtmlMouth() {}

  static String tell(Report report) {
    var out = new StringBuilder();
    out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n");
    out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
        .append("default-src 'none'; style-src 'unsafe-inline'\"/>\n");
    out.append("<title>SQL review</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n");
    out.append("<h1>SQL review</h1>\n<p>")
        .append(escape(TextMouth.summary(report)))
        .append("<br/>Rule set ")
        .append(escape(report.ruleSet()))
        .append(", server ")
        .append(escape(report.server()))
        .append(", ")
        .append(escape(report.tool()))
        .append("</p>\n");
    report.source().ifPresent(from -> source(out, from));
    for (int i = 0; i < report.files().size(); i++) {
      file(out, report.files().get(i), "p" + i);
    }
    return out.append("</body>\n</html>\n").toString();
  }

  private static void source(StringBuilder out, LiveSource from) {
    out.append("<p>Asked: ").append(escape(from.words())).append("</p>\n");
    if (!from.notes().isEmpty()) {
      out.append("<ul>\n");
      from.notes().forEach(n -> out.append("<li>").append(escape(n)).append("</li>\n"));
      out.append("</ul>\n");
    }
  }

  private static void file(StringBuilder out, FileReport file, String id) {
    out.append("<h2>").append(escape(file.path())).append("</h2>\n");
    if (file.open().findAny().isEmpty()) {
      out.append("<p>Nothing found.</p>\n");
      return;
    }
    for (StatementReport s : file.statements()) {
      if (s.findings().stream().anyMatch(t -> t.state() == Told.State.OPEN)) {
        statement(out, s, id + "-" + s.index());
      }
    }
  }

  private static void statement(StringBuilder out, StatementReport s, String id) {
    String text =
        s.text().length() > MAX_TEXT ? s.text().substring(0, MAX_TEXT) + " ..." : s.text();
    out.append("<pre>").append(escape(text)).append("</pre>\n<table>\n");
    for (Told t : s.findings()) {
      if (t.state() == Told.State.OPEN) {
        out.append(
            "<tr class=\"%s\"><td>%s</td><td>%d:%d</td><td><code>%s</code></td><td>%s%s</td></tr>\n"
                .formatted(
                    t.level().word(),
                    t.level().word(),
                    t.line(),
                    t.column(),
                    escape(t.rule()),
                    escape(t.message()),
                    t.fix().map(f -> "<br/>Fix: " + escape(f.title())).orElse("")
                        + t.step().flatMap(s::step).map(p -> HtmlPlan.link(s, p, id)).orElse("")));
      }
    }
    out.append("</table>\n");
    s.prediction()
        .flatMap(Prediction::words)
        .ifPresent(words -> out.append("<p>Foretold: ").append(escape(words)).append("</p>\n"));
    s.plan().ifPresent(p -> HtmlPlan.tell(out, p, id));
  }

  /// Most control characters have no way to be written in XML 1.0.
  private static final Pattern UNWRITABLE =
      Pattern.compile(
          "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]"
              + "|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])");

  /// For HTML and XML alike.
  static String escape(String text) {
    return UNWRITABLE
        .matcher(text)
        .replaceAll("?")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
