package org.binnacle.diagnosis.replication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;
import org.binnacle.diagnosis.SessionFaults;
import org.binnacle.diagnosis.replication.HeartbeatRules.Choice;
import org.binnacle.kernel.Fault;
import org.junit.jupiter.api.Test;

class HeartbeatRulesTest {
  /// `tag:eu` means every instance whose id has eu in it.
  private static Predicate<String> select(String selector) {
    if (!selector.startsWith("tag:")) {
      throw new Fault(SessionFaults.QUERY, selector);
    }
    return id -> id.contains(selector.substring(4));
  }

  private static Choice of(String text, String instanceId) {
    return HeartbeatRules.of(text, HeartbeatRulesTest::select).forInstance(instanceId);
  }

  @Test
  void theFirstRuleThatFitsChooses() {
    assertThat(of("", "eu-1")).isEqualTo(new Choice.Auto());
    assertThat(of("ops.heartbeat", "eu-1")).isEqualTo(new Choice.Table("ops", "heartbeat", false));
    assertThat(of("ops.hb UTC".replace("UTC", "utc"), "us-1"))
        .isEqualTo(new Choice.Table("ops", "hb", true));
    String rules = "tag:eu = eu.beat; tag:us=off; auto";
    assertThat(of(rules, "eu-1")).isEqualTo(new Choice.Table("eu", "beat", false));
    assertThat(of(rules, "us-1")).isEqualTo(new Choice.Off());
    assertThat(of(rules, "ap-1")).isEqualTo(new Choice.Auto());
    assertThat(of("tag:eu = eu.beat", "us-1")).isEqualTo(new Choice.Auto());
  }

  @Test
  void whatHasNoMeaningIsNamedAndLeftOutAndNothingCanBreakOutOfAName() {
    HeartbeatRules rules =
        HeartbeatRules.of(
            "heartbeat; name:x = a.b; = a.b; a`.b; ops.heartbeat", HeartbeatRulesTest::select);
    assertThat(rules.wrong()).containsExactly("heartbeat", "name:x = a.b", "= a.b", "a`.b");
    assertThat(rules.forInstance("x")).isEqualTo(new Choice.Table("ops", "heartbeat", false));
  }
}
