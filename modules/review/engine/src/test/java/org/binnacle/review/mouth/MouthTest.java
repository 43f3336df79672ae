package org.binnacle.review.mouth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.binnacle.kernel.Cancel;
import org.binnacle.review.Review;
import org.binnacle.review.report.Report;
import org.binnacle.review.schema.Schema;
import org.binnacle.review.set.RuleSet;
import org.binnacle.sql.parse.Target;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import tools.jackson.databind.json.JsonMapper;

/// The forms of a report. No schema of SARIF or JUnit may be copied here: what they require is
/// asked for in our own words (SARIF 2.1.0, sections 3.13 to 3.30; the Jenkins JUnit schema).
@SuppressWarnings("NullAway")
class MouthTest {
  private static final String SCRIPT =
      "CREATE TABLE `<b>` (a int);\n\nSELECT 'x';\nDROP TABEL \"=1,\u0001\";\n";

  private static Report report() {
    var review = new Review(RuleSet.SHIPPED, Target.DEFAULT, Schema.unknown(), Cancel.never());
    return new Report("binnacle 1", "default", "8.0.36", List.of(review.file("a b/x.sql", SCRIPT)));
  }

  @Test
  void jsonIsTheDocumentThatIsPromised() {
    Map<?, ?> root = JsonMapper.builder().build().readValue(Mouth.JSON.tell(report()), Map.class);
    assertThat(root.keySet().stream().map(String::valueOf))
        .contains("tool", "ruleSet", "files", "totals");
    var file = (Map<?, ?>) ((List<?>) root.get("files")).getFirst();
    assertThat(file.keySet().stream().map(String::valueOf))
        .containsExactly("path", "statements", "notRun");
    var statements = (List<?>) file.get("statements");
    assertThat(statements).hasSize(3);
    var wrong = (Map<?, ?>) statements.get(2);
    assertThat(wrong.get("reviewed")).isEqualTo(false);
    assertThat(wrong.keySet().stream().map(String::valueOf))
        .containsExactly("index", "line", "column", "kind", "text", "reviewed", "findings");
    var finding = (Map<?, ?>) ((List<?>) wrong.get("findings")).getFirst();
    assertThat(finding.get("rule")).isEqualTo("syntax.error");
    assertThat(finding.get("line")).isEqualTo(4);
    assertThat(finding.get("column")).isEqualTo(6);
    assertThat(finding.keySet().stream().map(String::valueOf))
        .containsExactly(
            "rule", "level", "message", "fix", "line", "column", "endLine", "endColumn", "object");
  }

  @Test
  void sarifHasWhatTheStandardRequires() {
    Map<?, ?> root = JsonMapper.builder().build().readValue(Mouth.SARIF.tell(report()), Map.class);
    assertThat(root.get("version")).isEqualTo("2.1.0");
    var run = (Map<?, ?>) ((List<?>) root.get("runs")).getFirst();
    var driver = (Map<?, ?>) ((Map<?, ?>) run.get("tool")).get("driver");
    assertThat(driver.get("name")).isEqualTo("binnacle");
    var rules =
        ((List<?>) driver.get("rules")).stream().map(r -> ((Map<?, ?>) r).get("id")).toList();
    for (Object one : (List<?>) run.get("results")) {
      var result = (Map<?, ?>) one;
      assertThat(rules.stream().map(String::valueOf))
          .contains(String.valueOf(result.get("ruleId")));
      assertThat(String.valueOf(result.get("level"))).isIn("none", "note", "warning", "error");
      assertThat(((Map<?, ?>) result.get("message")).get("text")).isInstanceOf(String.class);
      var location = (Map<?, ?>) ((List<?>) result.get("locations")).getFirst();
      var place = (Map<?, ?>) location.get("physicalLocation");
      assertThat(((Map<?, ?>) place.get("artifactLocation")).get("uri")).isEqualTo("a%20b/x.sql");
      var region = (Map<?, ?>) place.get("region");
      int line = (Integer) region.get("startLine");
      int column = (Integer) region.get("startColumn");
      int endLine = (Integer) region.get("endLine");
      int endColumn = (Integer) region.get("endColumn");
      assertThat(line).isPositive();
      assertThat(column).isPositive();
      assertThat(endLine).isGreaterThanOrEqualTo(line);
      assertThat(endLine > line || endColumn >= column).isTrue();
    }
  }

  @Test
  void junitCountsItsCases() throws Exception {
    byte[] xml = Mouth.JUNIT.tell(report()).getBytes(StandardCharsets.UTF_8);
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml))
            .getDocumentElement();
    assertThat(root.getTagName()).isEqualTo("testsuites");
    Element suite = (Element) root.getElementsByTagName("testsuite").item(0);
    int cases = suite.getElementsByTagName("testcase").getLength();
    int failures = suite.getElementsByTagName("failure").getLength();
    assertThat(suite.getAttribute("tests")).isEqualTo(String.valueOf(cases)).isEqualTo("3");
    assertThat(suite.getAttribute("failures")).isEqualTo(String.valueOf(failures));
    for (int i = 0; i < cases; i++) {
      Element one = (Element) suite.getElementsByTagName("testcase").item(i);
      assertThat(one.getAttribute("name")).isNotEmpty();
      assertThat(one.getAttribute("classname")).isNotEmpty();
    }
  }

  @Test
  void htmlEscapesWhatScriptsSay() {
    assertThat(Mouth.HTML.tell(report())).doesNotContain("<b>").contains("&lt;b&gt;");
  }

  @Test
  void everyFormTellsEveryFinding() {
    long findings = report().open().count();
    assertThat(Mouth.CSV.tell(report()).lines().count()).isGreaterThan(findings);
    assertThat(Mouth.GITHUB.tell(report()).lines().filter(l -> l.startsWith("::")).count())
        .isEqualTo(findings);
    for (Mouth mouth : Mouth.values()) {
      assertThat(mouth.tell(report())).contains("syntax.error").endsWith("\n");
    }
  }
}
