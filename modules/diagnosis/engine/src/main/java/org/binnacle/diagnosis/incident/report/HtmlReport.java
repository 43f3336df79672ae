package org.binnacle.diagnosis.incident.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import org.binnacle.diagnosis.incident.Finding;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.Part;
import org.binnacle.diagnosis.incident.Recorded;
import org.binnacle.diagnosis.session.Span;

/// An incident as one web page that needs nothing else: no network, no other file. The summary and
/// the blocking tree stand in it as text; all tables are drawn from the JSON that Binnacle itself
/// reads back. What servers sent is never markup: it is escaped here, and set as text by the
/// script; besides, the page allows no script but its own, by its hash.
final class HtmlReport {
  static final String ISLAND = "binnacle-incident";
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneId.of("UTC"));

  private final StringBuilder page = new StringBuilder(256 * 1024);

  private HtmlReport() {}

  static String of(Incident incident) {
    return new HtmlReport().written(incident);
  }

  private String written(Incident incident) {
    page.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n");
    page.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
    page.append("script-src 'sha256-").append(hash(HtmlPage.SCRIPT)).append("'; ");
    page.append("style-src 'sha256-").append(hash(HtmlPage.STYLE)).append("'\">\n");
    page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.append("<title>Incident ").append(escaped(incident.title())).append(' ');
    page.append(at(incident.at())).append("</title>\n");
    page.append("<style>").append(HtmlPage.STYLE).append("</style></head>\n<body>\n");
    head(incident);
    summary(incident);
    incident.recorded().forEach(one -> recorded(one, incident.recorded().indexOf(one)));
    page.append("<noscript><p class=\"note\">The tables need scripts, which are part of this");
    page.append(" page.</p></noscript>\n");
    page.append("<script type=\"application/json\" id=\"").append(ISLAND).append("\">");
    page.append(inert(IncidentJson.write(incident)));
    page.append("</script>\n<script>").append(HtmlPage.SCRIPT).append("</script>\n");
    page.append("</body></html>\n");
    return page.toString();
  }

  private static String hash(String text) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(sum);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String at(Instant at) {
    return AT.format(at);
  }

  private void head(Incident incident) {
    page.append("<header><div class=\"recorded\">RECORDED ").append(at(incident.at()));
    page.append("</div><h1>").append(escaped(incident.title())).append("</h1>\n<p>Started ");
    page.append(escaped(incident.trigger())).append(", taken in ");
    page.append(String.format(Locale.ROOT, "%.1f s", incident.took().toMillis() / 1000.0));
    page.append(incident.masked() ? ", <b>masked</b>" : "").append(".</p>\n");
    if (!incident.note().isEmpty()) {
      page.append("<p class=\"note\">").append(escaped(incident.note())).append("</p>\n");
    }
    page.append("</header>\n");
  }

  private void summary(Incident incident) {
    page.append("<section><h2>Summary</h2>\n");
    for (Finding finding : incident.findings()) {
      String severity = finding.severity().name().toLowerCase(Locale.ROOT);
      page.append("<article class=\"finding ").append(severity).append("\"><h3><span>");
      page.append(severity).append("</span> ").append(escaped(finding.words())).append("</h3>\n");
      if (incident.recorded().size() > 1) {
        page.append("<p class=\"on\">on ").append(escaped(finding.instance())).append("</p>");
      }
      page.append("<ul>");
      finding.evidence().forEach(each -> page.append("<li>").append(escaped(each)).append("</li>"));
      page.append("</ul>");
      if (!finding.next().isEmpty()) {
        page.append("<p class=\"next\"><b>Next:</b> ").append(escaped(finding.next()));
        page.append("</p>");
      }
      page.append("</article>\n");
    }
    page.append("</section>\n");
  }

  private void recorded(Recorded one, int index) {
    page.append("<section class=\"instance\" data-instance=\"").append(index).append("\"><h2>");
    page.append(escaped(one.instance().name())).append(" <small>");
    page.append(escaped(one.instance().address())).append(' ').append(escaped(one.version()));
    page.append("</small></h2>\n");
    page.append(HtmlRing.of(one));
    tree(one.grid("locks", "tree"));
    for (int i = 0; i < one.parts().size(); i++) {
      Part part = one.parts().get(i);
      String status = part.status().name().toLowerCase(Locale.ROOT);
      if (part.grids().isEmpty() && part.texts().isEmpty()) {
        page.append("<p class=\"took\"><b>").append(escaped(part.step()));
        page.append("</b> <span class=\"status ").append(status).append("\">").append(status);
        page.append("</span> ").append(part.ms()).append(" ms ");
        page.append(escaped(part.detail())).append("</p>\n");
        continue;
      }
      page.append("<details data-part=\"").append(i).append("\"><summary><b>");
      page.append(escaped(part.step())).append("</b> <span class=\"status ").append(status);
      page.append("\">").append(status).append("</span> <span class=\"took\">");
      page.append(part.ms()).append(" ms</span> ").append(escaped(part.detail()));
      page.append("</summary><div class=\"content\"></div></details>\n");
    }
    page.append("</section>\n");
  }

  /// The blocking tree as nested lists.
  private void tree(Grid tree) {
    if (tree.isEmpty()) {
      return;
    }
    page.append("<h3>Blocking tree</h3>\n<div class=\"tree\">");
    int open = 0;
    for (Grid.Line line : tree.lines()) {
      int depth = Math.clamp(line.number("depth", 0), 0, 60) + 1;
      for (; open > depth; open--) {
        page.append("</ul>");
      }
      for (; open < depth; open++) {
        page.append("<ul>");
      }
      place(line);
    }
    for (; open > 0; open--) {
      page.append("</ul>");
    }
    page.append("</div>\n");
  }

  private void place(Grid.Line line) {
    long blocks = line.number("blocks", 0);
    page.append("<li><b>").append(escaped(line.text("who"))).append("</b> ");
    page.append(escaped(line.text("user"))).append('@').append(escaped(line.text("host")));
    page.append(" <i>").append(escaped(line.text("doing"))).append("</i>");
    if (blocks > 0) {
      page.append(" <span class=\"blocks\">blocks ").append(blocks).append("</span>");
    }
    if (line.number("depth", 0) > 0) {
      page.append(" waits ").append(escaped(span(line.number("waited_us", 0))));
      page.append(" for ").append(escaped(line.text("lock")));
    }
    String sql = line.text("sql").isEmpty() ? line.text("last_sql") : line.text("sql");
    if (!sql.isEmpty()) {
      page.append(" <code>");
      page.append(escaped(sql.length() > 300 ? sql.substring(0, 300) + "..." : sql));
      page.append("</code>");
    }
    page.append("</li>");
  }

  private static String span(long us) {
    return Span.words(us);
  }

  /// Text as text, in an element and in an attribute.
  static String escaped(String text) {
    var safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        case '\u2028', '\u2029' -> safe.append(' ');
        default -> safe.append(c < ' ' && c != '\n' && c != '\t' ? '\ufffd' : c);
      }
    }
    return safe.toString();
  }

  /// JSON that cannot end its script element or begin another one.
  static String inert(String json) {
    return json.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }
}
