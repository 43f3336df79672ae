package org.binnacle.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The automata of the grammar are dropped above a cap, and nothing else changes by that.
class AutomataTest {
  private static final int CAP = 600;
  private static final int LOOK_EVERY = 10;

  /// Of each statement whether it was read, and what was not taken.
  private static List<String> verdicts(Grammar grammar, List<String> statements, Runnable after) {
    var all = new ArrayList<String>();
    for (String sql : statements) {
      all.add(
          switch (grammar.read(sql)) {
            case Grammar.Attempt.Tree tree -> "read";
            case Grammar.Attempt.Failed failed -> "not from " + failed.at().getStartIndex();
          });
      after.run();
    }
    return all;
  }

  @Test
  void theyStaySmallAndVerdictsStayTheSame() {
    List<String> statements = new ArrayList<>(Variations.statements(12, 3));
    statements.addAll(Corpus.damaged(statements, 1, 4));
    Automata.dropAbove(0);
    List<String> free = verdicts(new Grammar(Target.DEFAULT), statements, () -> {});
    long unbounded = Automata.shared().states();
    int contexts = Automata.shared().contexts();
    assertThat(unbounded).as("states without a cap").isGreaterThan(3 * CAP);

    Automata.dropAbove(0);
    var seen = new ArrayList<Automata>();
    long[] most = new long[2];
    List<String> capped =
        verdicts(
            new Grammar(Target.DEFAULT, CAP, LOOK_EVERY),
            statements,
            () -> {
              Automata now = Automata.shared();
              if (!seen.contains(now)) {
                seen.add(now);
              }
              most[0] = Math.max(most[0], now.states());
              most[1] = Math.max(most[1], now.contexts());
            });
    assertThat(capped).isEqualTo(free);
    assertThat(seen.size()).as("times that they were made anew").isGreaterThan(3);
    assertThat(most[0]).as("states at most").isLessThan(2 * CAP);
    assertThat(most[1]).as("contexts at most").isLessThan(contexts);
  }

  @Test
  void nothingIsDroppedBelowTheCap() {
    Automata.dropAbove(0);
    new Grammar(Target.DEFAULT).read("SELECT a FROM t");
    Automata now = Automata.shared();
    assertThat(Automata.dropAbove(now.states())).isFalse();
    assertThat(Automata.shared()).isSameAs(now);
    assertThat(Automata.dropAbove(now.states() - 1)).isTrue();
    assertThat(Automata.shared().states()).isZero();
    assertThat(Automata.shared().contexts()).isZero();
  }
}
