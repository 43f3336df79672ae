package org.binnacle.review.mouth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.binnacle.kernel.Cancel;
import org.binnacle.review.Own;
import org.binnacle.review.Review;
import org.binnacle.review.live.FactScript;
import org.binnacle.review.live.Live;
import org.binnacle.review.live.LiveLimits;
import org.binnacle.review.live.LiveSource;
import org.binnacle.review.report.FileReport;
import org.binnacle.review.report.Report;
import org.binnacle.review.report.StatementReport;
import org.binnacle.review.report.Told;
import org.binnacle.review.schema.Schema;
import org.binnacle.review.schema.SchemaReading;
import org.binnacle.review.set.RuleSet;
import org.binnacle.sql.parse.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// SARIF against the schema of OASIS, JUnit XML against Surefire's, JSON against the one that we
/// ship: for reports of all sorts, and for each a document that is bent and must be refused.
class FormsBySchemaTest {
  /// A report and what it is of.
  record Case(String name, Report report) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> reports() {
    return Stream.of(
        new Case("hostile names and texts", HostileFormsTest.report()),
        new Case("no file", report(List.of())),
        new Case("files without a statement", report(List.of(file("", "a"), file("-- x", "b")))),
        new Case("syntax errors alone", report(List.of(file("SELEC 1; DROP TABEL;", "a.sql")))),
        new Case("statements that are not reviewed", notReviewed()),
        new Case("suppressed findings", suppressed()),
        new Case("findings of a baseline", known()),
        new Case("a server that was asked", asked()),
        new Case("a schema and sizes", sized()));
  }

  private static FileReport file(String text, String path) {
    return new Review(RuleSet.SHIPPED, Target.DEFAULT, Schema.unknown(), Cancel.never())
        .file(path, text);
  }

  private static Report report(List<FileReport> files) {
    return new Report("binnacle 1.2.3", "default", "8.0.36", files);
  }

  private static Report notReviewed() {
    Report report =
        report(List.of(file("CREATE LIBRARY l LANGUAGE JAVASCRIPT AS 'x';\nSELECT 1;", "a.sql")));
    assertThat(report.open().map(Told::rule)).contains(Own.NOT_REVIEWED.id());
    return report;
  }

  private static Report suppressed() {
    String script =
        """
        -- review:ignore-file column.int-width old <tools> & "quotes"
        -- review:ignore table.require-pk it is a log
        CREATE TABLE a (x int(11));
        DELETE FROM a; -- review:ignore dml.no-where
        """;
    Report report = report(List.of(file(script, "a.sql")));
    assertThat(report.suppressed()).isPositive();
    return report;
  }

  private static Report known() {
    FileReport all = file("DELETE FROM a;\nUPDATE a SET b = 1;", "a.sql");
    List<StatementReport> known =
        all.statements().stream()
            .map(s -> s.with(s.findings().stream().map(t -> t.as(Told.State.KNOWN)).toList()))
            .toList();
    Report report = report(List.of(new FileReport(all.path(), known, all.notRun())));
    assertThat(report.known()).isPositive();
    return report;
  }

  private static Report asked() {
    var facts =
        """
        table orders rows=40000000 mb=8000
        index orders k columns=a cardinality=5 reads=0
        table-scan orders rows=5000000 table=40000000 where
        """;
    var live = new Live(new FactScript(facts), LiveLimits.standard(), Cancel.never());
    Schema schema =
        SchemaReading.ofScripts(
            List.of("CREATE TABLE orders (id int PRIMARY KEY, a int, KEY k (a));"), Target.DEFAULT);
    String script = "SELECT * FROM orders WHERE a + 1 = 2;\nALTER TABLE orders FORCE;\n";
    FileReport file =
        new Review(RuleSet.SHIPPED, Target.DEFAULT, schema, Optional.of(live), Cancel.never())
            .file("a.sql", script);
    assertThat(file.statements().getFirst().plan()).isPresent();
    assertThat(file.open().map(Told::step)).anyMatch(Optional::isPresent);
    return new Report(
        "binnacle 1", "default", "8.0.36", List.of(file), Optional.of(LiveSource.of(live)));
  }

  private static Report sized() {
    Schema schema =
        SchemaReading.ofScripts(
            List.of("CREATE TABLE orders (id int PRIMARY KEY, a int);"), Target.DEFAULT);
    return report(
        List.of(
            new Review(RuleSet.SHIPPED, Target.DEFAULT, schema, Cancel.never())
                .file("a.sql", "ALTER TABLE orders MODIFY a bigint, ADD COLUMN b int;")));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void sarifIsValidByTheSchemaOfTheStandard(Case one) {
    assertThat(Schemas.sarif(Mouth.SARIF.tell(one.report()))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("reports")
  void jsonIsValidByTheSchemaThatWeShip(Case one) {
    assertThat(Schemas.report(Mouth.JSON.tell(one.report()))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("reports")
  void junitIsValidBySurefiresSchema(Case one) {
    assertThat(Schemas.junit(Mouth.JUNIT.tell(one.report()))).isEmpty();
  }

  /// What is written in place of what, and must then be refused.
  private static final Map<String, String> BENT_SARIF =
      Map.of(
          "\"version\" : \"2.1.0\"", "\"version\" : \"2.1\"",
          "\"level\" : \"warning\"", "\"level\" : \"severe\"",
          "\"startLine\" : 1", "\"startLine\" : 0",
          "\"ruleIndex\" : ", "\"ruleNumber\" : ",
          "\"driver\" : {", "\"driver\" : { \"licence\" : \"x\",",
          "\"message\" : {", "\"words\" : {",
          "\"uri\" : \"migrations/v1.sql\"", "\"uri\" : \"migrations/v 1.sql\"");

  private static final Map<String, String> BENT_JSON =
      Map.of(
          "\"tool\" : ", "\"program\" : ",
          "\"level\" : \"warning\"", "\"level\" : \"critical\"",
          "\"line\" : 1", "\"line\" : 0",
          "\"reviewed\" : true", "\"reviewed\" : \"yes\"",
          "\"fix\" : null", "\"repair\" : null",
          "\"needs\" : \"schema\"", "\"needs\" : \"luck\"",
          "\"algorithm\" : \"INPLACE\"", "\"algorithm\" : \"FAST\"");

  private static final Map<String, String> BENT_JUNIT =
      Map.of(
          " classname=", " class=",
          " tests=\"", " cases=\"",
          "<failure ", "<trouble ",
          "</failure>", "<b/></failure>",
          "type=\"warning\"", "type=\"warning\" weight=\"1\"",
          " time=\"0\"", " time=\"soon\"");

  @Test
  void whatIsBentIsRefused() {
    Report report = HostileFormsTest.report();
    BENT_SARIF.forEach(
        (from, to) ->
            assertThat(Schemas.sarif(bent(Mouth.SARIF.tell(report), from, to)))
                .as("%s for %s", to, from)
                .isNotEmpty());
    BENT_JSON.forEach(
        (from, to) ->
            assertThat(Schemas.report(bent(Mouth.JSON.tell(report), from, to)))
                .as("%s for %s", to, from)
                .isNotEmpty());
    BENT_JUNIT.forEach(
        (from, to) ->
            assertThat(Schemas.junit(bent(Mouth.JUNIT.tell(report), from, to)))
                .as("%s for %s", to, from)
                .isNotEmpty());
  }

  private static String bent(String document, String from, String to) {
    assertThat(document).contains(from);
    return document.replace(from, to);
  }
}
