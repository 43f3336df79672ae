package org.binnacle.review.set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.review.Level;
import org.binnacle.review.Review;
import org.binnacle.review.report.Told;
import org.binnacle.review.schema.Schema;
import org.binnacle.sql.parse.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleSetsTest {
  @TempDir Path folder;

  @Test
  void allShippedSetsCanBeRead() {
    RuleSets.SHIPPED.forEach(name -> assertThat(RuleSets.of(name).name()).isEqualTo(name));
  }

  @Test
  void aFileExtendsSetsLevelsParametersPathsAndRulesOfItsOwn() throws IOException {
    Path file =
        write(
            """
            ruleset: team
            extends: default
            rules:
              column.varchar-max: {level: error, max: 10}
              column.int-width: off
            override:
              - {path: 'legacy/**', rules: ['column.*'], level: off}
            custom:
              - {id: x.no-sleep, level: error, function: sleep, message: 'no sleeping'}
            """);
    String script = "CREATE TABLE t (id int(11) PRIMARY KEY, a varchar(20));\nSELECT sleep(1);\n";
    assertThat(review(file, "new/a.sql", script))
        .extracting(Told::rule)
        .contains("column.varchar-max", "x.no-sleep")
        .doesNotContain("column.int-width");
    assertThat(review(file, "new/a.sql", script))
        .filteredOn(t -> t.rule().equals("column.varchar-max"))
        .extracting(Told::level)
        .containsExactly(Level.ERROR);
    assertThat(review(file, "legacy/2010/a.sql", script))
        .extracting(Told::rule)
        .doesNotContain("column.varchar-max");
  }

  @Test
  void whatIsUnknownIsAnErrorWithTheNearest() throws IOException {
    refused("rules: {table.require-pkk: error}", "table.require-pk?");
    refused("rules: {column.varchar-max: {maxx: 3}}", "did you mean max?");
    refused("rules: {column.varchar-max: {max: many}}", "wants a number");
    refused("rules: {table.engine: eror}", "did you mean error?");
    refused("ruels: {}", "did you mean rules?");
    refused("rules: {table.no-fk: on, table.fk-missing: on}", "opposite");
    refused("a: [", "no YAML");
    assertThatThrownBy(() -> RuleSets.of("strct"))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("did you mean strict?");
  }

  @Test
  void commentsSuppressAndUnusedOnesAreTold() {
    String script =
        """
        -- review:ignore table.require-pk it is a log
        CREATE TABLE a (x int);
        CREATE TABLE b (x int); -- review:ignore table.require-pk
        CREATE TABLE c (x int);
        -- review:ignore table.engine nothing there
        SELECT 1;
        -- review:ignore no.such-rule
        SELECT 2;
        """;
    var review = new Review(RuleSet.SHIPPED, Target.DEFAULT, Schema.unknown(), Cancel.never());
    var report = review.file("a.sql", script);
    assertThat(report.all().filter(t -> t.rule().equals("table.require-pk")).map(Told::state))
        .containsExactly(Told.State.SUPPRESSED, Told.State.SUPPRESSED, Told.State.OPEN);
    assertThat(report.open().map(Told::rule))
        .contains("review.unused-ignore", "review.unknown-ignore");
  }

  private List<Told> review(Path set, String path, String script) {
    var review =
        new Review(RuleSets.of(set.toString()), Target.DEFAULT, Schema.unknown(), Cancel.never());
    return review.file(path, script).open().toList();
  }

  private void refused(String yaml, String words) throws IOException {
    Path file = write(yaml);
    assertThatThrownBy(() -> RuleSets.of(file.toString()))
        .isInstanceOf(Fault.class)
        .hasMessageContaining(words);
  }

  private Path write(String yaml) throws IOException {
    return Files.writeString(folder.resolve("set.yaml"), yaml);
  }
}
