package org.binnacle.diagnosis.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.function.Predicate;
import org.binnacle.diagnosis.SessionFaults;
import org.binnacle.diagnosis.health.Signs;
import org.binnacle.diagnosis.pulse.Beat;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BoardQueryTest {
  private static final Beat BEAT =
      Beats.of(
          "shop-db-03",
          Severity.CRITICAL,
          96,
          new Signs().channel(true, true, 45, "").waits(41, 12).vitals());

  /// An inventory in which everything is tagged shop, and a key `colour` is unknown.
  private static Predicate<String> select(String selector) {
    if (selector.contains("colour")) {
      throw new Fault(SessionFaults.QUERY, selector);
    }
    boolean not = selector.startsWith("-");
    String term = not ? selector.substring(1) : selector;
    return id -> (term.equals("tag:shop") || id.contains(term)) != not;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          score>50 | true
          score>96 | false
          score>=96 | true
          tag:shop -role:backup score>50 | true
          role:replica | true
          -role:replica | false
          lag>30s | true
          lag>1m | false
          lag<1m waits>40 | true
          waits:41 | true
          severity:critical | true
          severity:ok,warning | false
          problem~pile | true
          term:lock-waits | true
          term:history | false
          is:critical | true
          is:down | false
          -is:silenced | true
          env:production | true
          env:prod* | true
          db-03 | true
          db-04 | false
          "" | true
          """)
  void aQueryChooses(String text, boolean fits) {
    BoardQuery query = BoardQuery.of(text == null ? "" : text, BoardQueryTest::select);
    assertThat(query.test(BEAT, Instant.EPOCH)).isEqualTo(fits);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          scor>50 | unknown key scor at 1; did you mean score?
          score>high | 'high' is no number at 1; expected 50, 10k
          lag>2x | '2x' is no number at 1; expected 30s, 5m, 2h
          tag:shop is:bad | unknown state bad at 10
          severity>3 | severity is a text at 1; expected :, ~
          colour:red | unknown word colour:red at 1
          """)
  void aMistakeIsNamedWithItsPlace(String text, String words) {
    var parsed = BoardQuery.parse(text, BoardQueryTest::select);
    assertThat(parsed).isInstanceOf(BoardQuery.Parsed.Bad.class);
    assertThat(((BoardQuery.Parsed.Bad) parsed).error().line()).startsWith(words);
  }
}
