package org.binnacle.diagnosis.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.binnacle.diagnosis.health.Replication;
import org.binnacle.diagnosis.health.Role;
import org.binnacle.diagnosis.health.Signs;
import org.binnacle.diagnosis.pulse.Beat;
import org.binnacle.kernel.Severity;
import org.junit.jupiter.api.Test;

class LagWordsTest {
  private static Beat of(Replication.Channel... channels) {
    var replication = new Replication(Role.REPLICA, true, List.of(channels), 0);
    return Beats.of("b", Severity.OK, 0, new Signs().replication(replication).vitals());
  }

  private static Replication.Channel channel(
      String name, boolean receiving, boolean applying, long lagS, int errno, String lagBy) {
    return new Replication.Channel(
        name,
        receiving,
        applying,
        lagS < 0 ? OptionalLong.empty() : OptionalLong.of(lagS),
        0,
        errno == 0 ? "" : "Duplicate entry '7'",
        errno,
        lagBy);
  }

  @Test
  void whatCountsTheLagIsTold() {
    Beat own = of(channel("", true, true, 70, 0, ""));
    assertThat(BoardField.lag(own)).isEqualTo("70 s");
    assertThat(BoardField.lagWords(own)).isEqualTo("70 s behind, by the server's own count");
    assertThat(BoardField.lagWords(of(channel("", true, true, 70, 0, "ops.beat"))))
        .isEqualTo("70 s behind, by heartbeat table ops.beat");
    assertThat(BoardField.lagWords(of())).isEmpty();
  }

  @Test
  void whichThreadIsStoppedAndByWhichErrorIsTold() {
    Beat applier = of(channel("eu", true, false, -1, 1062, ""));
    assertThat(BoardField.lag(applier)).isEqualTo("applier stopped");
    assertThat(BoardField.lagInShort(applier)).isEqualTo("SQL off");
    assertThat(BoardField.lagWords(applier))
        .isEqualTo(
            "channel eu: the applier (SQL thread) is stopped: error 1062: Duplicate entry '7'; lag"
                + " not known to the server");
    Beat receiver = of(channel("", false, true, -1, 0, ""));
    assertThat(BoardField.lag(receiver)).isEqualTo("receiver stopped");
    assertThat(BoardField.lagWords(receiver)).startsWith("the receiver (IO thread) is stopped; ");
    assertThat(BoardField.lag(of(channel("", false, false, -1, 0, "")))).isEqualTo("both stopped");
  }
}
