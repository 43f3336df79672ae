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
  void tomlSaysTheSameAsYaml() throws IOException {
    RuleSet toml =
        RuleSets.of(
            write(
                    "team.toml",
                    """
                    ruleset = "team"        # a comment
                    extends = "default"
                    server = "8.0.36"

                    [rules]
                    "column.varchar-max" = {level = "error", max = 10}
                    column.int-width = false
                    name."*" = "off"

                    [rules.name.index-normal]
                    level = "warning"
                    pattern = '^ix_{columns}\\d$'

                    [[override]]
                    path = "legacy/**"
                    rules = ["column.*"]
                    level = "off"

                    [[custom]]
                    id = "x.no-sleep"
                    level = "error"
                    function = "sleep"
                    message = "no sleeping"
                    """)
                .toString());
    RuleSet yaml =
        RuleSets.of(
            write(
                    "team.yaml",
                    """
                    ruleset: team
                    extends: default
                    server: 8.0.36
                    rules:
                      column.varchar-max: {level: error, max: 10}
                      column.int-width: off
                      name.*: off
                      name.index-normal: {level: warning, pattern: '^ix_{columns}\\d$'}
                    override:
                      - {path: 'legacy/**', rules: ['column.*'], level: off}
                    custom:
                      - {id: x.no-sleep, level: error, function: sleep, message: 'no sleeping'}
                    """)
                .toString());
    assertThat(toml.settings()).isEqualTo(yaml.settings());
    assertThat(toml.overrides()).isEqualTo(yaml.overrides());
    assertThat(toml.server()).isEqualTo(yaml.server());
    assertThat(toml.hash()).isEqualTo(yaml.hash());
    assertThat(RuleSets.of(write("b.yaml", "extends: team.toml").toString()).settings())
        .isEqualTo(toml.settings());
  }

  @Test
  void whatIsUnknownInTomlIsAnErrorWithLineAndNearest() throws IOException {
    refusedToml("[rules]\n'table.require-pkk' = 'error'", "set.toml:2", "table.require-pk?");
    refusedToml("[rules]\n# maxx\n[rules.column.varchar-max]\nmaxx = 3", ":4", "mean max?");
    refusedToml("[rules]\ncolumn.varchar-max.max = 'many'", "set.toml:2", "wants a number");
    refusedToml("[rules]\ntable.engine = 'eror'", "set.toml:2", "did you mean error?");
    refusedToml("\nruels = {}", "set.toml:2", "did you mean rules?");
    refusedToml("a = 1\nb = [", "set.toml:2", "no TOML");
    refusedToml("rules = [1]", "set.toml:1", "map of keys");
    refusedToml("[[custom]]\nid = 'x.a'\nmessage = 'm'", "set.toml:2", "wants a condition");
    refusedToml("a = 1\na = 2", "set.toml:2", "no TOML");
  }

  @Test
  void errorsInYamlTellTheLine() throws IOException {
    refused("rules:\n  table.engine: on\n  table.require-pkk: error\n", "set.yaml:3: there is no");
    refused("# ruels\nserver: 8.0.36\nruels: {}", "set.yaml:3: unknown key");
    refused("rules:\n  column.varchar-max:\n    maxx: 3\n", "set.yaml:3: column.varchar-max has");
    refused("server: '8'\noverride:\n  - {path: a, ruless: []}\n", "set.yaml:3: override: unknown");
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

  private void refusedToml(String toml, String place, String words) throws IOException {
    Path file = write("set.toml", toml);
    assertThatThrownBy(() -> RuleSets.of(file.toString()))
        .isInstanceOf(Fault.class)
        .hasMessageContaining(place)
        .hasMessageContaining(words);
  }

  private Path write(String yaml) throws IOException {
    return write("set.yaml", yaml);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
