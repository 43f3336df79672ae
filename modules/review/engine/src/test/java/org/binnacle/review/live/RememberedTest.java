package org.binnacle.review.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.review.Need;
import org.binnacle.review.ReviewFaults;
import org.binnacle.review.ReviewOptions;
import org.binnacle.review.report.FileReport;
import org.binnacle.review.report.Told;
import org.junit.jupiter.api.Test;

final class RememberedTest {
  private static final String FACTS =
      """
      table orders rows=500000 mb=900
      table-scan orders rows=500000 table=500000 where
      cost=2500
      """;
  private static final String SQL = "SELECT id FROM orders WHERE note = 'x';\n";

  private final FactScript script = new FactScript(FACTS);
  private final Remembered memory = new Remembered(script);

  private FileReport review(String sql) {
    memory.beginText();
    var live = new Live(memory, LiveLimits.standard(), Cancel.never());
    return ReviewOptions.DEFAULT
        .ready(live, List.of(sql), "shop")
        .review(Optional.of(live), Cancel.never())
        .file("a.sql", sql);
  }

  private static List<String> rules(FileReport report) {
    return report.open().map(Told::rule).toList();
  }

  @Test
  void whatWasToldIsNotAskedAgain() {
    FileReport first = review(SQL);
    FileReport second = review(SQL);
    assertThat(script.plans).isEqualTo(1);
    assertThat(rules(second)).isEqualTo(rules(first)).contains("explain.full-scan");
    assertThat(first.notRun()).noneMatch(n -> n.needs() == Need.REPLICA);
  }

  @Test
  void onceClosedUnchangedStatementsKeepTheirPlansAndOthersHaveNone() {
    review(SQL);
    memory.close();
    FileReport edited = review("SELECT 1;\n" + SQL + "SELECT total FROM orders WHERE total = 3;\n");
    assertThat(script.plans).isEqualTo(1);
    assertThat(edited.statements().get(1).plan()).isPresent();
    assertThat(edited.statements().get(2).plan()).isEmpty();
    assertThat(memory.isBehind()).isTrue();
    review(SQL);
    assertThat(memory.isBehind()).isFalse();
  }

  @Test
  void aTableThatNobodyAskedForIsNotCalledMissing() {
    review(SQL);
    memory.close();
    assertThat(rules(review("SELECT a FROM elsewhere WHERE b = 1;\n")))
        .doesNotContain("valid.unknown-table", "valid.unknown-column");
  }

  @Test
  void aNameWithoutItsDatabaseIsRefusedBeforeAnythingIsReviewed() {
    var live = new Live(memory, LiveLimits.standard(), Cancel.never());
    assertThatThrownBy(() -> ReviewOptions.DEFAULT.ready(live, List.of(SQL), ""))
        .isInstanceOfSatisfying(
            Fault.class, f -> assertThat(f.code()).isEqualTo(ReviewFaults.NO_DATABASE));
  }
}
