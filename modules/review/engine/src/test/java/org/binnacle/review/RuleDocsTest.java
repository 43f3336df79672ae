package org.binnacle.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.binnacle.kernel.Cancel;
import org.binnacle.review.live.FactScript;
import org.binnacle.review.live.Live;
import org.binnacle.review.live.LiveLimits;
import org.binnacle.review.report.FileReport;
import org.binnacle.review.rule.Rules;
import org.binnacle.review.schema.Schema;
import org.binnacle.review.schema.SchemaReading;
import org.binnacle.review.set.RuleSet;
import org.binnacle.sql.parse.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every rule against the examples of its own page.
class RuleDocsTest {

  static Stream<Case> examples() {
    return Rules.shipped().stream()
        .flatMap(r -> r.info().examples().stream().map(e -> new Case(r.info(), e)));
  }

  record Case(RuleInfo rule, Example example) {
    @Override
    public String toString() {
      return rule.id() + " " + example.kind() + ": " + example.script();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aRuleSaysOfItsExamplesWhatItsPageSays(Case one) {
    FileReport report = review(one.rule(), one.example());
    var fired = report.all().filter(t -> t.rule().equals(one.rule().id())).toList();
    assertThat(report.all().filter(t -> t.rule().startsWith("review."))).isEmpty();
    if (!one.rule().id().startsWith("syntax.") && one.example().kind() != Example.Kind.NEAR_MISS) {
      assertThat(report.all().filter(t -> t.rule().equals("syntax.error")))
          .as("examples are SQL")
          .isEmpty();
    }
    if (one.example().kind() == Example.Kind.BAD) {
      assertThat(fired).isNotEmpty();
    } else {
      assertThat(fired).isEmpty();
    }
  }

  @Test
  void everyRuleHasAllThreeKindsOfExample() {
    for (Rule rule : Rules.shipped()) {
      for (Example.Kind kind : Example.Kind.values()) {
        assertThat(rule.info().examples())
            .as("%s has an example %s", rule.info().id(), kind)
            .anyMatch(e -> e.kind() == kind);
      }
    }
  }

  @Test
  void idsAreUniqueAndPagesAreWritten() {
    var ids = new HashSet<String>();
    for (RuleInfo rule : Rules.infos()) {
      assertThat(ids.add(rule.id())).as("%s is there once", rule.id()).isTrue();
      assertThat(rule.id()).matches("[a-z]+\\.[a-z0-9-]+");
      assertThat(rule.says()).as("%s says", rule.id()).endsWith(".");
      assertThat(rule.because()).as("%s because", rule.id()).endsWith(".");
    }
  }

  @Test
  void whatConflictsIsKnownAndNotBothOn() {
    for (Rule rule : Rules.shipped()) {
      for (String other : rule.info().conflicts()) {
        assertThat(Rules.info(other)).as("%s of %s", other, rule.info().id()).isPresent();
        assertThat(rule.info().on() && Rules.info(other).orElseThrow().on()).isFalse();
      }
    }
  }

  private static FileReport review(RuleInfo rule, Example example) {
    var target =
        example.version().isEmpty()
            ? Target.DEFAULT
            : Target.of(example.version(), "DEFAULT").orElseThrow();
    Schema schema =
        example.schema().isEmpty()
            ? rule.need() == Need.SCHEMA ? Schema.given() : Schema.unknown()
            : SchemaReading.ofScripts(List.of(example.schema()), target);
    var on = new RuleSet.Setting(Optional.of(true), Optional.empty(), example.params());
    var set =
        new RuleSet(
            "test",
            Map.of(rule.id(), on),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty());
    Optional<Live> live =
        rule.need() == Need.REPLICA
            ? Optional.of(
                new Live(new FactScript(example.live()), LiveLimits.standard(), Cancel.never()))
            : Optional.empty();
    return new Review(set, target, schema, live, Cancel.never())
        .file("example.sql", example.script());
  }
}
