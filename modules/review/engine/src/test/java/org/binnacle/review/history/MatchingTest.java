package org.binnacle.review.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.binnacle.review.Level;
import org.binnacle.review.report.Told;
import org.junit.jupiter.api.Test;

class MatchingTest {
  private static Seen seen(String rule, String print, String object, int statement) {
    return new Seen(
        new Mark(rule, print, object),
        Level.WARNING,
        "ddl",
        statement,
        statement * 10,
        "words",
        "",
        Told.State.OPEN);
  }

  private static Matching<Seen> of(List<Seen> before, List<Seen> now) {
    return Matching.of(before, s -> s, now, rule -> !rule.equals("did.not-run"));
  }

  @Test
  void findingsAreKnownAgainWhereverTheyMoved() {
    var then = List.of(seen("a.b", "p1", "t", 1), seen("a.b", "p2", "u", 2));
    var now = List.of(seen("a.b", "p2", "u", 5), seen("a.b", "p1", "t", 9));
    var matching = of(then, now);
    assertThat(matching.same()).hasSize(2).allMatch(p -> p.then().mark().equals(p.now().mark()));
    assertThat(matching.fresh()).isEmpty();
    assertThat(matching.gone()).isEmpty();
  }

  @Test
  void anEditThatMendsOneFindingLeavesTheOthersOfItsStatementTheSame() {
    var then =
        List.of(seen("a.b", "p1", "t", 1), seen("c.d", "p1", "t.x", 1), seen("e.f", "p1", "", 1));
    var now = List.of(seen("c.d", "p2", "t.x", 1), seen("e.f", "p2", "", 1));
    var matching = of(then, now);
    assertThat(matching.same()).hasSize(2);
    assertThat(matching.fresh()).isEmpty();
    assertThat(matching.gone()).containsExactly(then.get(0));
  }

  @Test
  void ofTwoAlikeOneThatIsMendedLeavesOne() {
    var then = List.of(seen("a.b", "p", "", 1), seen("a.b", "p", "", 2));
    var matching = of(then, List.of(seen("a.b", "p", "", 1)));
    assertThat(matching.same()).hasSize(1);
    assertThat(matching.gone()).hasSize(1);
  }

  @Test
  void aFindingOfNoObjectInAnotherStatementIsANewOne() {
    var matching = of(List.of(seen("a.b", "p1", "", 1)), List.of(seen("a.b", "p2", "", 4)));
    assertThat(matching.same()).isEmpty();
    assertThat(matching.fresh()).hasSize(1);
    assertThat(matching.gone()).hasSize(1);
  }

  @Test
  void whatWasNotLookedForIsNotFixed() {
    var then = List.of(seen("did.not-run", "p", "t", 1));
    var matching = of(then, List.of());
    assertThat(matching.gone()).isEmpty();
    assertThat(matching.unknown()).isEqualTo(then);
  }
}
