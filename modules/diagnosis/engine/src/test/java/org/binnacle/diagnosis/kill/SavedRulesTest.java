package org.binnacle.diagnosis.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.diagnosis.Samples;
import org.binnacle.diagnosis.session.Blocking;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.kernel.Fault;
import org.binnacle.testkit.MemorySettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedRulesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private final MemorySettings settings = new MemorySettings();
  private final SavedRules rules = new SavedRules(settings, Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void aRuleIsKeptFoundAndRemoved() {
    var rule =
        new SavedRule(
            "stampede", "busy-time=60s", Verb.CONNECTION, Optional.of(NOW.plusSeconds(600)));
    rules.save(rule);
    rules.save(new SavedRule("all", "match-all", Verb.QUERY, Optional.empty()));
    assertThat(rules.all()).extracting(SavedRule::name).containsExactly("all", "stampede");
    assertThat(rules.usable("stampede")).isEqualTo(rule);
    rules.remove("stampede");
    assertThatThrownBy(() -> rules.usable("stampede"))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.code()).isEqualTo(KillFaults.RULE));
  }

  @Test
  void anOldRuleIsShownButNotUsed() {
    rules.save(new SavedRule("old", "busy-time=60s", Verb.QUERY, Optional.of(NOW)));
    assertThat(rules.all().getFirst().expired(NOW)).isTrue();
    assertThatThrownBy(() -> rules.usable("old"))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.code()).isEqualTo(KillFaults.RULE_EXPIRED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "a/b"})
  void aNameThatIsNoneIsRefused(String name) {
    assertThatThrownBy(
            () -> rules.save(new SavedRule(name, "match-all", Verb.QUERY, Optional.empty())))
        .isInstanceOf(Fault.class);
    assertThat(rules.all()).isEmpty();
  }

  @Test
  void whatIsDamagedIsLeftOut() {
    settings.put("kill.rules.x", "{");
    settings.put("kill.rules.y", "{\"rule\":\"match-all\",\"until\":\"soon\"}");
    assertThat(rules.all()).isEmpty();
  }

  @Test
  void theWordsOfARuleAreCutAndPutTogetherAgain() {
    String text = "match-info=\"FOR UPDATE\" ignore-info='say \"x\"' match-all busy-time=60s";
    Map<String, String> words = RuleWords.cut(text);
    assertThat(words)
        .containsEntry("match-info", "FOR UPDATE")
        .containsEntry("ignore-info", "say \"x\"")
        .containsEntry("match-all", "");
    assertThat(RuleWords.join(words)).isEqualTo(text);
    assertThatThrownBy(() -> RuleWords.join(Map.of("match-info", "' \"")))
        .isInstanceOf(Fault.class);
  }

  @Test
  void aRuleAsksForBlockersAndSparesLargeTransactions() {
    ProcessRow small = Samples.update().with(new Blocking("", 5, "4711", false));
    ProcessRow calm = Samples.of(1, Kind.ACTIVE, "app", "Query", "", 9, "SELECT 1");
    var rule = RuleText.parse("blocks=5 victims=all");
    assertThat(rule.choose(List.of(small, calm), Protection.standard()).victims())
        .containsExactly(small);
    assertThat(RuleText.parse("blocks=6").choose(List.of(small), Protection.standard()).victims())
        .isEmpty();
    // Its transaction has changed twelve rows.
    assertThat(
            RuleText.parse("blocks=1 max-modified=11")
                .choose(List.of(small), Protection.standard())
                .victims())
        .isEmpty();
    assertThat(
            RuleText.parse("blocks=1 max-modified=12")
                .choose(List.of(small), Protection.standard())
                .victims())
        .containsExactly(small);
  }
}
