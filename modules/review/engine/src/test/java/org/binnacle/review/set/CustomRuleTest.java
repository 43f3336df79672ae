package org.binnacle.review.set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.review.Review;
import org.binnacle.review.report.Told;
import org.binnacle.review.schema.Schema;
import org.binnacle.sql.parse.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomRuleTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "function: sleep                     # SELECT sleep(1)                    # SELECT sleep FROM t",
        "statement: drop database            # DROP  /* x */ DATABASE d           # DROP TABLE d",
        "table: ^tmp_                        # CREATE TABLE tmp_a (a int)         # CREATE TABLE a (tmp_ int)",
        "action: drop-column                 # ALTER TABLE t ADD a int, DROP b    # ALTER TABLE t DROP INDEX b",
        "column: (?i)password                # ALTER TABLE t ADD Password int     # ALTER TABLE t DROP password",
        "type: ^(tiny|medium|long)?blob$     # CREATE TABLE t (a int, b longblob) # CREATE TABLE t (`blob` int)",
        "reads: ^audit$                      # SELECT 1 FROM a JOIN s.audit USING (x) # SELECT audit FROM t",
        "writes: ^audit$                     # UPDATE audit SET a = 1             # INSERT INTO t SELECT 1 FROM audit",
        "without: where                      # SELECT a FROM t                    # SELECT a FROM t WHERE a = 1",
        "without: limit                      # DELETE FROM t WHERE a = 1          # DELETE FROM t LIMIT 5",
        "without: columns                    # INSERT INTO t VALUES (1)           # INSERT INTO t (a) VALUES (1)",
        "joins: 2                            # SELECT 1 FROM a JOIN b USING (x) JOIN c USING (x) # SELECT 1 FROM a JOIN b USING (x)",
        "regex: IN \\(\\.\\.\\.\\)           # SELECT 1 FROM t WHERE a IN (1,2)   # SELECT 'IN (...)'",
        "{kinds: [dml], without: where}      # UPDATE t SET a = 1                 # SELECT a FROM t",
        "{writes: ^t$, without: where}       # UPDATE t SET a = 1                 # UPDATE u SET a = 1"
      })
  void aConditionLooksAtWhatWasRead(String condition, String bad, String good) throws IOException {
    RuleSet set = set(condition);
    assertThat(fires(set, bad)).as(bad).isTrue();
    assertThat(fires(set, good)).as(good).isFalse();
  }

  @Test
  void whatIsUnknownIsToldWithTheNearest() {
    refused("action: drop-colum", "did you mean drop-column?");
    refused("without: wher", "did you mean where?");
    refused("tabel: x", "did you mean table?");
    refused("joins: many", "number");
    refused("regex: '['", "[");
    refused("kinds: [ddl]", "condition");
  }

  private void refused(String condition, String words) {
    assertThatThrownBy(() -> set(condition)).isInstanceOf(Fault.class).hasMessageContaining(words);
  }

  private RuleSet set(String condition) throws IOException {
    String its =
        condition.startsWith("{") ? condition.substring(1, condition.length() - 1) : condition;
    String quoted =
        its.contains("kinds") || its.contains(",") || its.contains("'")
            ? its
            : its.replaceFirst(":\\s*(.*)", ": '$1'").replace("'2'", "2");
    Path file =
        Files.writeString(
            folder.resolve("set.yaml"),
            "only: true\ncustom:\n  - {id: x.mine, message: 'mine', " + quoted + "}\n");
    return RuleSets.of(file.toString());
  }

  private static boolean fires(RuleSet set, String script) {
    var review = new Review(set, Target.DEFAULT, Schema.unknown(), Cancel.never());
    var report = review.file("a.sql", script);
    assertThat(report.open().map(Told::rule)).doesNotContain("syntax.error", "review.rule-failed");
    return report.open().anyMatch(t -> t.rule().equals("x.mine"));
  }
}
