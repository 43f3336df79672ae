package org.binnacle.diagnosis.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdRulesTest {
  @Test
  void rulesAreReadWithWhomAndWhat() {
    assertThat(
            ThresholdRules.parse(
                "tag:reports -env:test => select=10m/1h idle-transaction=90/off;\n"
                    + " connections=80%/95% history=500k/2.5M ; role:backup=>lag=1h/1d"))
        .isEqualTo(
            List.of(
                new ThresholdRule(
                    "tag:reports -env:test",
                    Map.of(
                        ThresholdName.SELECT,
                        new Limit(600, 3_600),
                        ThresholdName.IDLE_TRANSACTION,
                        new Limit(90, Double.POSITIVE_INFINITY))),
                new ThresholdRule(
                    "",
                    Map.of(
                        ThresholdName.CONNECTIONS,
                        new Limit(0.8, 0.95),
                        ThresholdName.HISTORY,
                        new Limit(500_000, 2_500_000))),
                new ThresholdRule(
                    "role:backup", Map.of(ThresholdName.LAG, new Limit(3_600, 86_400)))));
    assertThat(ThresholdRules.parse(" ; \n ")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lagg=1s/2s | lagg is no threshold; did you mean lag?",
        "speed=1/2 | speed is no threshold; there are connections",
        "lag=10s | lag wants a warning and a critical value, such as lag=10m/1h",
        "lag=1/2/3 | lag wants a warning and a critical value",
        "disk-tables=5/10 | disk-tables has one value, such as disk-tables=20",
        "lag=1h/10m | critical (10m) is below warning",
        "lag=soon/1h | lag takes a time such as 30s, 10m, 2h or 1d, or off; not \"soon\"",
        "connections=85/97 | connections takes a share such as 85%",
        "pile-up=-1/2 | pile-up takes a number",
        "tag:x lag=1s/2s | \"tag:x\" is not name=warning/critical; => stands between",
        "tag:x => | nothing stands after =>",
        "=> lag=1s/2s | nothing stands before =>",
        "tag:x => lag | \"lag\" is not name=warning/critical",
        "lag= | lag wants a warning and a critical value",
      })
  void whatIsWrongIsSaid(String text, String words) {
    assertThatThrownBy(() -> ThresholdRules.parse(text))
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> {
              assertThat(fault.code()).isEqualTo(HealthFaults.THRESHOLDS);
              assertThat(fault.detail()).contains(words);
              assertThat(new Words().of(fault).next()).contains("=>");
            });
  }

  @Test
  void eachNameChangesItsOwnThresholdAndNoOther() {
    for (ThresholdName name : ThresholdName.values()) {
      Thresholds usual = Thresholds.standard();
      Thresholds changed = usual.with(Map.of(name, new Limit(7.5, 70.5)));
      assertThat(changed).as(name.word()).isNotEqualTo(usual);
      long differing = 0;
      for (var component : Thresholds.class.getRecordComponents()) {
        try {
          differing +=
              component.getAccessor().invoke(usual).equals(component.getAccessor().invoke(changed))
                  ? 0
                  : 1;
        } catch (ReflectiveOperationException e) {
          throw new LinkageError("a component without an accessor", e);
        }
      }
      assertThat(differing).as(name.word()).isEqualTo(1);
    }
  }
}
