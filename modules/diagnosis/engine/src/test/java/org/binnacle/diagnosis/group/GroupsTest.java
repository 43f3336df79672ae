package org.binnacle.diagnosis.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.binnacle.diagnosis.Samples;
import org.binnacle.diagnosis.query.SessionQuery;
import org.binnacle.diagnosis.session.Blocking;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
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
            tuple("Sending data", 2L), tuple("(no state)", 2L), tuple("idle in trx", 1L));
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

  @Test
  void theSameIdOnAnotherInstanceIsAnotherRootBlocker() {
    InstanceRef other = Samples.instance("pay \"1\"", Safety.CAREFUL);
    List<ProcessRow> merged = new ArrayList<>(ROWS);
    for (long id : List.of(7L, 8L)) {
      merged.add(
          Samples.of(other, id, Kind.ACTIVE, "app", "Query", "", 1, "")
              .with(new Blocking("4", 0, "4", false)));
    }
    List<SessionGroup> groups = Groups.of(merged, GroupBy.ROOT);
    assertThat(groups)
        .extracting(SessionGroup::words, SessionGroup::count)
        .containsExactly(
            tuple("(in no queue)", 3L), tuple("4 on shop-db-1", 2L), tuple("4 on pay \"1\"", 2L));
    for (SessionGroup group : groups) {
      SessionQuery query = SessionQuery.of(group.term(), Map.of());
      assertThat(merged.stream().filter(query).count()).as(group.term()).isEqualTo(group.count());
    }
  }
}
