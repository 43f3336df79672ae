package org.binnacle.review.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.binnacle.kernel.Cancel;
import org.binnacle.review.Review;
import org.binnacle.review.report.FileReport;
import org.binnacle.review.report.Told;
import org.binnacle.review.schema.Schema;
import org.binnacle.review.set.RuleSets;
import org.binnacle.sql.Script;
import org.binnacle.sql.SqlModes;
import org.binnacle.sql.parse.Parsed;
import org.binnacle.sql.parse.SqlParser;
import org.binnacle.sql.parse.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The quick-fix list, each fix made and read again.
class OffersTest {
  private final SqlParser parser = new SqlParser(Target.DEFAULT);

  @Test
  void aWidthATableCommentAndAColumnCommentAreMended() {
    assertThat(done("CREATE TABLE t (id int(11) PRIMARY KEY);", "column.int-width", "width"))
        .isEqualTo("CREATE TABLE t (id int PRIMARY KEY);");
    assertThat(done("CREATE TABLE t (id int PRIMARY KEY);", "column.comment", "COMMENT"))
        .isEqualTo("CREATE TABLE t (id int PRIMARY KEY COMMENT 'TODO');");
    assertThat(done("CREATE TABLE t (id int PRIMARY KEY);", "table.comment", "COMMENT"))
        .isEqualTo("CREATE TABLE t (id int PRIMARY KEY) COMMENT='TODO';");
  }

  @Test
  void aMisspeltWordIsWrittenAsItWasMeant() {
    assertThat(done("SELECT 1;\n SELECT *\n   FORM t;", "syntax.error", "write FROM"))
        .isEqualTo("SELECT 1;\n SELECT *\n   FROM t;");
    assertThat(done("SELECT 1;\n SELECT * FORM t;", "syntax.error", "write FROM"))
        .isEqualTo("SELECT 1;\n SELECT * FROM t;");
  }

  @Test
  void algorithmAndLockAreAdded() {
    assertThat(done("ALTER TABLE t ADD a int;", "ddl.require-algorithm", "ALGORITHM"))
        .isEqualTo("ALTER TABLE t ADD a int, ALGORITHM=INSTANT;");
  }

  @Test
  void anIndexIsCalledAsThePatternWants() {
    assertThat(
            done(
                "CREATE TABLE t (id int PRIMARY KEY, a int, KEY foo (a));",
                "name.index-normal",
                "call it"))
        .isEqualTo("CREATE TABLE t (id int PRIMARY KEY, a int, KEY idx_a (a));");
  }

  @Test
  void aColumnThatEachChangeUpdatesIsAddedWithItsIndex() {
    assertThat(
            done(
                "CREATE TABLE t (\n  id bigint PRIMARY KEY,\n  a int,\n  KEY idx_a (a)\n);",
                "drc.require-updated-at",
                "add updated_at"))
        .isEqualTo(
            "CREATE TABLE t (\n  id bigint PRIMARY KEY,\n  a int,\n  updated_at timestamp(3) NOT NULL"
                + " DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),\n  KEY idx_a (a),\n"
                + "  KEY idx_updated_at (updated_at)\n);");
  }

  @Test
  void anAlterIsPutIntoTheOneBeforeIt() {
    assertThat(
            done(
                "ALTER TABLE t ADD a int;\nSELECT 1;\nALTER TABLE t ADD b int, DROP c;\nSELECT 2;\n",
                "script.alter-merge",
                "put it into"))
        .isEqualTo("ALTER TABLE t ADD a int,\n  ADD b int,\n  DROP c;\nSELECT 1;\nSELECT 2;\n");
    assertThat(
            done(
                "ALTER TABLE t ADD a int;\nCREATE UNIQUE INDEX i ON t (a);\n",
                "script.alter-merge",
                "put it into"))
        .isEqualTo("ALTER TABLE t ADD a int,\n  ADD UNIQUE INDEX i (a);\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DROP INDEX k ON db.t|ALTER TABLE db.t ALTER INDEX k INVISIBLE",
        "ALTER TABLE t DROP INDEX `a b`, ADD c int|ALTER TABLE t ALTER INDEX `a b` INVISIBLE, ADD c int",
      })
  void anIndexIsMadeInvisibleInPlaceOfDropped(String sql, String invisible) {
    assertThat(done(sql, "", "INVISIBLE")).isEqualTo(invisible);
  }

  @Test
  void serversBeforeEightAreNotOfferedInvisibleIndexes() {
    var old = new SqlParser(Target.of("5.7.44", "DEFAULT").orElseThrow());
    FileReport file = review("DROP INDEX k ON t");
    assertThat(new Offers(old).of(file, "DROP INDEX k ON t", 0, List.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE t SET a = 1 WHERE b = (SELECT max(b) FROM u WHERE x = 2) ORDER BY c LIMIT 3"
            + "|SELECT * FROM t WHERE b = (SELECT max(b) FROM u WHERE x = 2) ORDER BY c LIMIT 3",
        "UPDATE LOW_PRIORITY t JOIN u ON u.i = t.i SET t.a = u.a"
            + "|SELECT * FROM t JOIN u ON u.i = t.i",
        "DELETE FROM t WHERE a = 1|SELECT * FROM t WHERE a = 1",
        "DELETE QUICK a, b FROM a JOIN b USING (i) WHERE a.x > 2"
            + "|SELECT a.*, b.* FROM a JOIN b USING (i) WHERE a.x > 2",
        "DELETE FROM a USING a JOIN b ON a.i = b.i|SELECT a.* FROM a JOIN b ON a.i = b.i",
        "INSERT INTO t (a, b) SELECT c, d FROM u WHERE c > 1 ON DUPLICATE KEY UPDATE b = 2"
            + "|SELECT c, d FROM u WHERE c > 1 ON",
      })
  void aWriteIsShownAsWhatItWouldTouch(String write, String select) {
    String wanted = select.endsWith(" ON") ? select.substring(0, select.length() - 3) : select;
    assertThat(done(write, "", "SELECT").replace('\n', ' ')).isEqualTo(wanted);
  }

  @Test
  void rowsAreCountedWithTheirLimit() {
    assertThat(done("DELETE FROM t WHERE a = 1 ORDER BY b", "", "count").replace('\n', ' '))
        .isEqualTo("SELECT COUNT(*) FROM t WHERE a = 1");
    assertThat(done("DELETE FROM t WHERE a = 1 LIMIT 10", "", "count").replace('\n', ' '))
        .isEqualTo("SELECT COUNT(*) FROM (SELECT 1 FROM t WHERE a = 1 LIMIT 10) AS touched");
    assertThat(done("UPDATE t SET a = 1", "", "EXPLAIN")).isEqualTo("EXPLAIN UPDATE t SET a = 1");
  }

  @Test
  void aCommentSuppressesTheRuleAndNothingElse() {
    String script = "SELECT 1;\n  CREATE TABLE t (a int);\n";
    String ignored = done(script, "table.require-pk", "ignore");
    assertThat(ignored)
        .isEqualTo(
            "SELECT 1;\n  -- review:ignore table.require-pk reason\n  CREATE TABLE t (a int);\n");
    assertThat(review(ignored).all().filter(t -> t.rule().equals("table.require-pk")))
        .extracting(Told::state)
        .containsExactly(Told.State.SUPPRESSED);
    String oneLine = done("SELECT 1; CREATE TABLE t (a int);", "table.require-pk", "ignore");
    assertThat(review(oneLine).open()).extracting(Told::rule).doesNotContain("table.require-pk");
  }

  @Test
  void whateverIsOfferedForTheExamplesOfAllRulesIsRead() {
    int offers = 0;
    for (var rule : org.binnacle.review.rule.Rules.infos()) {
      for (var example : rule.examples()) {
        FileReport file = review(example.script());
        for (var s : file.statements()) {
          for (Offer offer :
              new Offers(parser).of(file, example.script(), s.index() - 1, s.findings())) {
            String after = offer.on(example.script());
            offers++;
            assertThat(wrong(after))
                .as(offer.title() + "\n" + after)
                .isLessThanOrEqualTo(wrong(example.script()));
          }
        }
      }
    }
    assertThat(offers).isGreaterThan(500);
  }

  private long wrong(String script) {
    return Script.cut(script, SqlModes.DEFAULT).statements().stream()
        .filter(s -> parser.parse(s.text()) instanceof Parsed.Wrong)
        .count();
  }

  private static FileReport review(String script) {
    var set =
        RuleSets.parse(
            "test",
            "rules: {column.comment: on, table.comment: on, name.index-normal: on,"
                + " ddl.require-algorithm: on, 'drc.*': on}",
            java.nio.file.Path.of(""));
    return new Review(set, Target.DEFAULT, Schema.unknown(), Cancel.never()).file("a.sql", script);
  }

  /// The script with the first offer of this title made, for the first finding of the rule; for the
  /// last statement where no rule is named.
  private String done(String script, String rule, String title) {
    FileReport file = review(script);
    for (var s : file.statements()) {
      List<Told> told = s.findings().stream().filter(t -> t.rule().equals(rule)).toList();
      if (!told.isEmpty() || rule.isEmpty()) {
        for (Offer offer :
            new Offers(parser)
                .of(file, script, s.index() - 1, told.isEmpty() ? List.of() : told.subList(0, 1))) {
          if (offer.title().contains(title)) {
            return offer.on(script);
          }
        }
      }
    }
    throw new AssertionError("no offer " + title + " in " + file);
  }
}
