package org.binnacle.diagnosis.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.binnacle.diagnosis.health.Signs;
import org.binnacle.diagnosis.pulse.Beat;
import org.binnacle.diagnosis.query.Glob;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.kernel.Severity;
import org.junit.jupiter.api.Test;

final class BoardGroupingTest {

  private static Beat in(String cluster, String name, Severity severity, int score) {
    Beat beat = Beats.of(name, severity, score, new Signs().vitals());
    var ref =
        new InstanceRef(name, name, name + ":3306", "production", "red", Safety.STRICT, cluster);
    return new Beat(
        ref, beat.vitals(), beat.health(), Optional.empty(), 3, "", Duration.ofSeconds(5));
  }

  /// By id: what the inventory says of them.
  private static final Map<String, List<String>> TAGS =
      Map.of(
          "shop-1", List.of("critical", "eu"),
          "shop-2", List.of("eu=west"),
          "pay-1", List.of("eu=west", "pci, \"strict\""));

  private static final Map<String, List<String>> BUSINESS =
      Map.of("shop-1", List.of("retail"), "pay-1", List.of("Retail"));

  private static final List<Beat> FLEET =
      List.of(
          in("quiet", "quiet-1", Severity.OK, 0),
          in("shop", "shop-1", Severity.OK, 0),
          in("Shop", "shop-2", Severity.CRITICAL, 80),
          in("pay", "pay-1", Severity.CRITICAL, 95),
          in("", "lone-1", Severity.WARNING, 40),
          in("shop", "shop-3", Severity.UNKNOWN, 0));

  @Test
  void theWorstGroupComesFirstAsItsWorstMemberHasIt() {
    List<BoardGroup> groups = of(BoardGrouping.CLUSTER);
    assertThat(groups)
        .extracting(BoardGroup::words)
        .containsExactly("pay", "shop", "(no cluster)", "quiet");
    BoardGroup shop = groups.get(1);
    assertThat(shop.members()).hasSize(3);
    assertThat(shop.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(shop.score()).isEqualTo(80);
    assertThat(shop.worst()).isEqualTo("shop-2");
    assertThat(shop.problem()).isEqualTo("lock pile: 3 wait");
    assertThat(shop.critical()).isEqualTo(1);
    assertThat(shop.unknown()).isEqualTo(1);
    assertThat(shop.troubled()).isEqualTo(2);
  }

  @Test
  void theTermOfAGroupFindsItsMembersAndNobodyElse() {
    for (BoardGrouping by : BoardGrouping.values()) {
      for (BoardGroup group : of(by)) {
        BoardQuery query = BoardQuery.of(group.term(), BoardGroupingTest::inventory);
        assertThat(
                FLEET.stream()
                    .filter(beat -> query.test(beat, Instant.EPOCH))
                    .map(Beat::instance)
                    .toList())
            .as(group.term())
            .isEqualTo(group.members());
      }
    }
  }

  /// As the inventory's selector has it: `tag:eu` finds `eu=west` too.
  private static Predicate<String> inventory(String selector) {
    int colon = selector.indexOf(':');
    String wanted = selector.substring(colon + 1).replace("\"", "").toLowerCase(Locale.ROOT);
    boolean tags = selector.startsWith("tag:");
    return id -> {
      List<String> values = (tags ? TAGS : BUSINESS).getOrDefault(id, List.of(""));
      return values.stream()
          .map(value -> value.toLowerCase(Locale.ROOT))
          .anyMatch(
              value ->
                  Glob.matches(wanted, value)
                      || (tags && Glob.matches(wanted, value.replaceFirst("=.*", ""))));
    };
  }

  private static List<BoardGroup> of(BoardGrouping by) {
    return by.of(
        FLEET, (id, field) -> (field.equals("tags") ? TAGS : BUSINESS).getOrDefault(id, List.of()));
  }

  @Test
  void environmentsArePutTogetherToo() {
    assertThat(of(BoardGrouping.ENVIRONMENT))
        .singleElement()
        .satisfies(group -> assertThat(group.members()).hasSize(FLEET.size()));
    assertThat(BoardGrouping.named("environment")).contains(BoardGrouping.ENVIRONMENT);
    assertThat(BoardGrouping.named("moon")).isEmpty();
  }

  @Test
  void anInstanceStandsInTheGroupOfEachOfItsTags() {
    assertThat(of(BoardGrouping.TAG))
        .extracting(BoardGroup::words, group -> group.members().size())
        .containsExactly(
            tuple("eu", 3),
            tuple("eu=west", 2),
            tuple("pci, \"strict\"", 1),
            tuple("(no tag)", 3),
            tuple("critical", 1));
  }

  @Test
  void aBusinessIsTheSameInWhateverLetters() {
    assertThat(of(BoardGrouping.BUSINESS))
        .extracting(BoardGroup::words, group -> group.members().size())
        .containsExactly(tuple("retail", 2), tuple("(no business)", 4));
  }
}
