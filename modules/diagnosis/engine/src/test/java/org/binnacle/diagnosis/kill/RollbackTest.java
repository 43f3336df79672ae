package org.binnacle.diagnosis.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.Transaction;
import org.junit.jupiter.api.Test;

class RollbackTest {
  private static final OptionalDouble NONE_SEEN = OptionalDouble.empty();

  private static Optional<Transaction> trx(long ageS, long rows) {
    return Optional.of(new Transaction(ageS * 1_000_000, rows, rows, "RUNNING"));
  }

  @Test
  void aRollbackThatWasSeenHereGivesTheRate() {
    var told = Rollback.of(trx(400, 120_000), true, Kind.ACTIVE, 1, OptionalDouble.of(10_000));
    assertThat(told.us()).hasValue(12_000_000);
    assertThat(told.words()).isEqualTo("120,000 rows, ~12.0 s");
    assertThat(told.why()).contains("seen on this server");
  }

  @Test
  void elseItIsTheTimeThatTheChangesTookWithoutTheSleepAfterThem() {
    var idle = Rollback.of(trx(372, 500), true, Kind.IDLE_IN_TRX, 366_000_000, NONE_SEEN);
    assertThat(idle.us()).hasValue(6_000_000);
    assertThat(idle.words()).isEqualTo("500 rows, ~6 s");
    assertThat(idle.from()).isEqualTo(Rollback.From.OWN_PACE);
    var busy = Rollback.of(trx(372, 500), true, Kind.ACTIVE, 366_000_000, NONE_SEEN);
    assertThat(busy.us()).hasValue(372_000_000);
    // Whole seconds: less than one is one.
    assertThat(Rollback.of(trx(0, 1), true, Kind.ACTIVE, 0, NONE_SEEN).us()).hasValue(1_000_000);
  }

  @Test
  void nothingToUndoAndNothingToSeeAreTwoThings() {
    assertThat(Rollback.of(Optional.empty(), true, Kind.ACTIVE, 5, NONE_SEEN).words()).isEmpty();
    assertThat(Rollback.of(trx(9, 0), true, Kind.ACTIVE, 5, NONE_SEEN).words()).isEmpty();
    var hidden = Rollback.of(Optional.empty(), false, Kind.ACTIVE, 5, NONE_SEEN);
    assertThat(hidden.words()).isEqualTo("unknown");
    assertThat(hidden.rows()).isEqualTo(OptionalLong.empty());
    assertThat(hidden.us()).isEqualTo(OptionalLong.empty());
  }
}
