package org.binnacle.review.mouth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.binnacle.kernel.Cancel;
import org.binnacle.review.Review;
import org.binnacle.review.report.FileReport;
import org.binnacle.review.report.Report;
import org.binnacle.review.schema.Schema;
import org.binnacle.review.set.RuleSet;
import org.binnacle.review.set.RuleSets;
import org.binnacle.sql.parse.Target;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Each form of a report of hostile scripts under hostile names: whole, well formed, and nothing of
/// theirs runs. JUnit is held against a schema of ours, which says what its readers take.
class HostileFormsTest {
  /// Names of files and contents that break what is not escaped.
  private static final List<String> PATHS =
      List.of(
          "migrations/v1.sql",
          "a b/ü,\u65E5:1;x=\"y\"'#[z]%20&<t>.sql",
          "=cmd|' /C calc'!A0.sql",
          "C:\\work\\x.sql",
          "/abs/olute.sql",
          "-");

  private static final String HOSTILE =
      """
      CREATE TABLE `<script>alert(1)</script>` (a int, `b"&'` float(3,1), c varchar(70000));
      -- ]]> --> %0A::error file=x::injected
      SELECT * FROM t WHERE a = '\u0001\u0008\uFFFF\uD83D' ORDER BY RAND();
      DROP TABEL "=1+1",
      "\t@x";
      INSERT INTO t VALUES (1,'\uD83D\uDE00'), (2);
      DELETE FROM t;
      ALTER TABLE t ADD COLUMN d int(11), ADD INDEX (d);
      UPDATE `::warning file=y::z` SET a = 1;
      """;

  static Report report() {
    var files = new ArrayList<FileReport>();
    for (RuleSet set : List.of(RuleSet.SHIPPED, RuleSets.of("strict"))) {
      for (String path : PATHS) {
        var review = new Review(set, Target.DEFAULT, Schema.unknown(), Cancel.never());
        files.add(review.file(path, HOSTILE));
      }
      files.add(
          new Review(set, Target.DEFAULT, Schema.unknown(), Cancel.never()).file("empty.sql", ""));
    }
    return new Report("binnacle 1.2", "default", "8.0.36", files);
  }

  @Test
  void sarifHasFixesAndWhatMakesAFindingTheSame() {
    JsonNode root = JsonMapper.builder().build().readTree(Mouth.SARIF.tell(report()));
    JsonNode run = root.get("runs").get(0);
    int fixes = 0;
    for (JsonNode result : run.get("results")) {
      assertThat(result.get("partialFingerprints").get("binnacle/v1").asString())
          .matches("[0-9a-f]{16}");
      int index = result.get("ruleIndex").asInt();
      assertThat(run.get("tool").get("driver").get("rules").get(index).get("id"))
          .isEqualTo(result.get("ruleId"));
      fixes += result.has("fixes") ? 1 : 0;
    }
    assertThat(fixes).isPositive();
  }

  @Test
  void aFixInSarifSaysWhereTheTextStands() {
    String script = "SELECT 1;\n\n  CREATE TABLE t (\n  id int(11) PRIMARY KEY);\n";
    var review = new Review(RuleSet.SHIPPED, Target.DEFAULT, Schema.unknown(), Cancel.never());
    var report = new Report("binnacle 1", "x", "8.0.36", List.of(review.file("a.sql", script)));
    JsonNode root = JsonMapper.builder().build().readTree(Mouth.SARIF.tell(report));
    for (JsonNode result : root.get("runs").get(0).get("results")) {
      if (result.get("ruleId").asString().equals("column.int-width")) {
        JsonNode change = result.get("fixes").get(0).get("artifactChanges").get(0);
        JsonNode region = change.get("replacements").get(0).get("deletedRegion");
        String line = script.lines().toList().get(region.get("startLine").asInt() - 1);
        assertThat(
                line.substring(
                    region.get("startColumn").asInt() - 1, region.get("endColumn").asInt() - 1))
            .isEqualTo("int(11)");
        return;
      }
    }
    assertThat(root.toString()).as("no finding of column.int-width").isEmpty();
  }

  @Test
  void junitIsWhatJenkinsTakes() throws Exception {
    String xml = Mouth.JUNIT.tell(report());
    junit(xml);
    assertThatThrownBy(
            () -> junit(xml.replaceFirst("(<testsuite name=\"[^\"]+\") tests=\"\\d+\"", "$1")))
        .isInstanceOf(SAXException.class);
  }

  private static void junit(String xml) throws SAXException, java.io.IOException {
    var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    var schema =
        factory.newSchema(
            Objects.requireNonNull(HostileFormsTest.class.getResource("/schemas/junit.xsd")));
    schema.newValidator().validate(new StreamSource(new StringReader(xml)));
  }

  @Test
  void htmlIsWellFormedAndAsksNobody() throws Exception {
    String html = Mouth.HTML.tell(report());
    var factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    var document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    assertThat(document.getDocumentElement().getTagName()).isEqualTo("html");
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    for (String tag : List.of("link", "img", "iframe", "a", "object", "base")) {
      assertThat(document.getElementsByTagName(tag).getLength()).as(tag).isZero();
    }
    assertThat(html).doesNotContainPattern("(?i)(src|href)\\s*=|@import|url\\(");
  }

  @Test
  void annotationsOfGithubCannotBeInjected() {
    String out = Mouth.GITHUB.tell(report());
    long findings = report().open().count();
    var command =
        Pattern.compile(
            "::(error|warning|notice) file=[^,:\\n]+,line=\\d+,col=\\d+,endLine=\\d+,endColumn=\\d+,title=[^,:\\n]+::[^\\n\\r]+");
    assertThat(out.lines().filter(l -> command.matcher(l).matches()).count()).isEqualTo(findings);
    assertThat(out.lines().filter(l -> l.startsWith("::")).count()).isEqualTo(findings);
    assertThat(out).contains("%3A1;x=").contains("%2C");
  }

  @Test
  void noCellOfCsvIsAFormula() {
    for (String line : Mouth.CSV.tell(report()).split("\n(?=[^\"]*(?:\"[^\"]*\"[^\"]*)*$)")) {
      for (String cell : line.split(",(?=[^\"]*(?:\"[^\"]*\"[^\"]*)*$)")) {
        String bare = cell.startsWith("\"") ? cell.substring(1) : cell;
        assertThat(bare).doesNotMatch("(?s)^[\\s]*[=+@\\t\\r|].*");
        assertThat(bare).doesNotMatch("(?s)^-[^0-9].*");
      }
    }
    assertThat(Csv.row(List.of("=1", " =1", "-1", "-x", "+", "@a", "a=b", "1,2", "\"", "-2.5")))
        .isEqualTo("'=1,' =1,-1,'-x,'+,'@a,a=b,\"1,2\",\"\"\"\",-2.5");
  }
}
