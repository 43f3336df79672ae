package org.binnacle.review.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.binnacle.kernel.Cancel;
import org.binnacle.review.Review;
import org.binnacle.review.schema.Schema;
import org.binnacle.review.set.RuleSet;
import org.binnacle.sql.parse.Target;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  @Test
  void whatMovedIsUnchangedWhatWentIsFixedWhatCameIsNew() {
    FileReport before = review("CREATE TABLE t (a int);\nDELETE FROM t;\n");
    FileReport after = review("\n\nCREATE TABLE t (a int);\nSELECT * FORM t;\n");
    Comparison comparison = Comparison.of(Kept.of(before), after);
    List<Told> told = after.open().toList();
    assertThat(told.stream().filter(t -> t.rule().equals("table.require-pk")))
        .isNotEmpty()
        .allMatch(t -> comparison.of(t) == Comparison.State.UNCHANGED);
    assertThat(told.stream().filter(t -> t.rule().equals("syntax.error")))
        .isNotEmpty()
        .allMatch(t -> comparison.of(t) == Comparison.State.NEW);
    assertThat(
            comparison.count(Comparison.State.NEW) + comparison.count(Comparison.State.UNCHANGED))
        .isEqualTo(told.size());
  }

  @Test
  void theSameFindingTwiceIsTwoFindings() {
    FileReport once = review("CREATE TABLE t (a int);");
    FileReport twice = review("CREATE TABLE t (a int); CREATE TABLE u (a int);");
    FileReport both = review("CREATE TABLE t (a int); DROP TABLE t; CREATE TABLE t (a int);");
    assertThat(Comparison.of(Kept.of(once), twice).fixed()).isEmpty();
    assertThat(
            both.open()
                .filter(t -> t.rule().equals("table.require-pk"))
                .map(Comparison.of(Kept.of(once), both)::of))
        .containsExactlyInAnyOrder(Comparison.State.UNCHANGED, Comparison.State.NEW);
    assertThat(Comparison.of(Kept.of(both), once).fixed())
        .extracting(Kept::rule)
        .contains("table.require-pk");
  }

  @Test
  void aFileIsJudgedByTheWorst() {
    assertThat(FileState.of(review("SELECT 1;"))).isEqualTo(FileState.PASSED);
    assertThat(FileState.of(review("CREATE TABLE t (a int);"))).isEqualTo(FileState.FINDINGS);
    assertThat(FileState.of(review("CREATE TABLE t (a int); SELECT * FORM t;")))
        .isEqualTo(FileState.SYNTAX_ERROR);
  }

  private static FileReport review(String script) {
    return new Review(RuleSet.SHIPPED, Target.DEFAULT, Schema.unknown(), Cancel.never())
        .file("a.sql", script);
  }
}
