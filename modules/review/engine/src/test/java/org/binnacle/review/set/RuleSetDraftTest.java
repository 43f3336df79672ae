package org.binnacle.review.set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.binnacle.kernel.Fault;
import org.binnacle.review.Level;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.rule.Rules;
import org.junit.jupiter.api.Test;

class RuleSetDraftTest {
  private static final Path HERE = Path.of("");

  private static final String FILE =
      """
      ruleset: team's set
      extends: strict
      server: 8.0.36
      sql_mode: ANSI_QUOTES
      rules:
        name.*: off
        column.varchar-max: {level: error, max: 10}
        name.index-normal: {level: warning, pattern: '^ix_''{columns}''\\d$'}
      override:
        - {path: 'legacy/**', rules: ['name.*', table.comment], level: off}
      custom:
        - {id: x.no-sleep, level: error, function: sleep, message: "no 'sleep', no: waiting"}
      """;

  @Test
  void whatIsReadAndWrittenIsTheSameSet() {
    RuleSetDraft draft = RuleSetDraft.read("f", FILE);
    assertThat(RuleSetDraft.read("f", draft.yaml())).isEqualTo(draft);
    RuleSet direct = RuleSets.parse("f", FILE, HERE);
    RuleSet round = draft.checked(HERE);
    assertThat(round.settings()).isEqualTo(direct.settings());
    assertThat(round.overrides()).isEqualTo(direct.overrides());
    assertThat(round.name()).isEqualTo("team's set");
    assertThat(round.server()).contains("8.0.36");
    assertThat(round.custom()).hasSize(1);
    assertThat(round.custom().getFirst().info().says()).isEqualTo("no 'sleep', no: waiting");
  }

  @Test
  void aDraftIsWrittenInBothNotations() {
    RuleSetDraft draft = RuleSetDraft.read("f", FILE);
    for (Notation notation : Notation.values()) {
      assertThat(RuleSetDraft.read("f", draft.text(notation), notation))
          .as(draft.text(notation))
          .isEqualTo(draft);
    }
    RuleSetDraft odd = RuleSetDraft.extending("a\n\"b\"\\'\u0001", "default");
    assertThat(RuleSetDraft.read("f", odd.text(Notation.TOML), Notation.TOML)).isEqualTo(odd);
  }

  @Test
  void aRuleThatIsSetWinsOverItsFamily() {
    RuleInfo rule = Rules.info("name.length").orElseThrow();
    RuleSetDraft draft = RuleSetDraft.read("f", FILE).with(rule, "error", Map.of());
    assertThat(draft.checked(HERE).of(rule, "a.sql").level()).contains(Level.ERROR);
    assertThat(draft.without(rule).checked(HERE).of(rule, "a.sql").on()).contains(false);
  }

  @Test
  void listsAndLinesOfTextSurvive() {
    RuleInfo rule = Rules.info("drc.require-updated-at").orElseThrow();
    RuleSetDraft draft =
        RuleSetDraft.extending("a\n\"b\"\\", "default")
            .with(rule, "notice", Map.of("names", List.of("it's", "a: b", "")));
    RuleSetDraft round = RuleSetDraft.read("f", draft.yaml());
    assertThat(round).isEqualTo(draft);
    assertThat(round.checked(HERE).of(rule, "").params())
        .containsEntry("names", List.of("it's", "a: b", ""));
  }

  @Test
  void whatItComesToIsASetThatComesToTheSame() {
    RuleSet set = RuleSets.of("strict");
    RuleSet again = RuleSets.parse("again", RuleSetText.effective(set), HERE);
    for (RuleInfo rule : Rules.shipped().stream().map(r -> r.info()).toList()) {
      assertThat(RuleSetText.level(again, rule))
          .as(rule.id())
          .isEqualTo(RuleSetText.level(set, rule));
    }
  }

  @Test
  void mistakesAreToldWithWhatIsNear() {
    assertThatThrownBy(
            () -> RuleSetDraft.read("f", "rules: {table.require-pkk: error}").checked(HERE))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("table.require-pk?");
    assertThatThrownBy(() -> RuleSetDraft.read("f", "- a"))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("map");
  }
}
