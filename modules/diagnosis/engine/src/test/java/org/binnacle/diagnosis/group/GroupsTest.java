package org.binnacle.diagnosis.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.binnacle.diagnosis.Samples;
import org.binnacle.diagnosis.query.SessionQuery;
import org.binnacle.diagnosis.session.Blocking;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.ProcessRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GroupsTest {
  private static ProcessRow of(long id, Kind kind, String user, String state, long seconds) {
    String command = kind == Kind.ACTIVE ? "Query" : "Sleep";
    return Samples.of(id, kind, user, command, state, seconds * 1_000_000, "");
  }

  private static final List<ProcessRow> ROWS =
      List.of(
          of(1, Kind.ACTIVE, "app", "Sending data", 10).with(new Blocking("4", 0, "4", false)),
          of(2, Kind.ACTIVE, "app", "Sending data", 30),
          of(3, Kind.ACTIVE, "my \"app\\", "", 5),
          of(4, Kind.IDLE_IN_TRX, "app", "", 90).with(new Blocking("", 1, "4", false)),
          of(5, Kind.SLEEPING, "web", "", 7));

  @Test
  void aGroupCountsAndSumsAndTheLargestIsFirst() {
    SessionGroup first = Groups.of(ROWS, GroupBy.USER).getFirst();
    assertThat(first)
        .isEqualTo(
            new SessionGroup("app", "app", "user:app", 3, 2, 1, 1, 90_000_000L, 130_000_000L, ""));
  }

  @Test
  void whatRunsNothingInATransactionIsAGroupOfItsOwn() {
    assertThat(Groups.of(ROWS, GroupBy.STATE))
        .extracting(SessionGroup::words, SessionGroup::count)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Sending data", 2L),
            org.assertj.core.groups.Tuple.tuple("(no state)", 2L),
            org.assertj.core.groups.Tuple.tuple("idle in trx", 1L));
    assertThat(Groups.of(ROWS, GroupBy.ROOT))
        .extracting(SessionGroup::words)
        .containsExactly("(in no queue)", "4");
  }

  @ParameterizedTest
  @EnumSource
  void theTermOfAGroupFindsExactlyItsSessions(GroupBy by) {
    for (SessionGroup group : Groups.of(ROWS, by)) {
      SessionQuery query = SessionQuery.of(group.term(), Map.of());
      assertThat(ROWS.stream().filter(query).count()).as(group.term()).isEqualTo(group.count());
    }
  }
}
