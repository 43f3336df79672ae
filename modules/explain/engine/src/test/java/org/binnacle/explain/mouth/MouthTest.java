package org.binnacle.explain.mouth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.binnacle.explain.Plan;
import org.binnacle.explain.Samples;
import org.binnacle.explain.compare.Comparison;
import org.binnacle.explain.insight.Facts;
import org.binnacle.explain.insight.Insights;
import org.binnacle.explain.read.PlanReading;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// What the mouths say, and that nothing a server sends gets out of its place.
final class MouthTest {
  private static final String HOSTILE =
      """
      -> Filter: (t.a = '</pre><script>alert(1)</script>\u202E```\u0007 & "x"')  (cost=1 rows=5000)
          -> Table scan on <img src=x onerror=alert(1)>  (cost=1 rows=50000)
      """;

  @Test
  void the_text_is_a_tree_with_its_figures_in_columns() {
    assertThat(Mouth.TREE.tell(told(Samples.text("mysql-8.0.33/q10.analyze.txt"))))
        .startsWith(
            """
            step                                                                                        est rows     cost   rows  loops  total ms  self ms  flags
            Limit: 20 row(s)                                                                                  20  625,142     20      1      1.23        0
            └─ Inner hash join (b.`name` = a.`name`)                                                     625,000  625,142     20      1      1.23    0.197
               ├─ Table scan on b                                                                          5,000    0.045     80      1     0.023    0.023
               └─ [build] Index lookup on a using country (country='US'), with index condition: (a.co…     1,250      136  1,250      1      1.01     1.01  index condition
            """);
  }

  @Test
  void json_is_well_formed_and_has_the_members_that_the_readme_lists() {
    Plan before = PlanReading.read(Samples.text("mysql-8.0.33/q02.tree.txt"));
    Plan after = PlanReading.read(Samples.text("mysql-8.0.33/q02.analyze.txt"));
    String json =
        Mouth.JSON.tell(
            new Told(
                after, Insights.of(after, Facts.NONE), Optional.of(Comparison.of(before, after))));
    assertThat(top(json))
        .containsExactlyInAnyOrder(
            "version", "format", "analysed", "cost", "notes", "plan", "findings", "comparison");
    assertThat(json)
        .contains(
            "\"kind\":\"table-scan\"",
            "\"table\":\"ord\"",
            "\"insight\":\"scan.table\"",
            "\"measured\":{\"rows\":");
  }

  @Test
  void every_mouth_tells_every_real_output() {
    for (Samples.Sample sample : Samples.all()) {
      Told told = told(sample.text());
      for (Mouth mouth : Mouth.values()) {
        assertThat(mouth.tell(told)).as("%s as %s", sample, mouth).isNotBlank().endsWith("\n");
      }
      assertThat(top(Mouth.JSON.tell(told))).contains("plan");
    }
  }

  @Test
  void html_needs_nothing_else_and_lets_no_markup_of_servers_through() {
    String html = Mouth.HTML.tell(told(HOSTILE));
    Set<String> tags =
        Pattern.compile("<(/?[a-zA-Z!][a-zA-Z]*)")
            .matcher(html)
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(tags)
        .doesNotContain("script", "img", "/script")
        .contains("details", "summary", "section");
    assertThat(html)
        .doesNotContain("http://", "https://", "\u202E", "\u0007", "onerror=alert(1)>")
        .contains("default-src 'none'");
    for (Samples.Sample sample : Samples.all()) {
      String page = Mouth.HTML.tell(told(sample.text()));
      assertThat(count(page, "<details")).isEqualTo(count(page, "</details>"));
      assertThat(count(page, "<div")).isEqualTo(count(page, "</div>"));
    }
  }

  @Test
  void markdown_keeps_hostile_text_inside_its_fences_and_lines() {
    String markdown = Mouth.MARKDOWN.tell(told(HOSTILE));
    assertThat(markdown).startsWith("# Plan\n\n````text\n");
    String outside = markdown.substring(markdown.indexOf("````\n", 20));
    assertThat(outside).doesNotContain("<script", "<img");
  }

  @Test
  void the_terminal_gets_no_control_characters() {
    String text = Mouth.TREE.tell(told("-> Filter: (t.a = '\u001B[2J\u0007')  (cost=1 rows=5)\n"));
    assertThat(text).doesNotContain("\u001B", "\u0007");
  }

  @Test
  void mouths_are_found_by_name() {
    assertThat(Mouth.named("markdown")).contains(Mouth.MARKDOWN);
    assertThat(Mouth.named("pdf")).isEmpty();
  }

  private static Told told(String text) {
    Plan plan = PlanReading.read(text);
    return new Told(plan, Insights.of(plan, Facts.NONE), Optional.empty());
  }

  private static int count(String text, String part) {
    return (text.length() - text.replace(part, "").length()) / part.length();
  }

  private static List<String> top(String json) {
    var names = new java.util.ArrayList<String>();
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        names.add(parser.currentName());
        parser.nextToken();
        parser.skipChildren();
      }
    }
    return names;
  }
}
