package org.binnacle.diagnosis.lock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RowLockGroupTest {

  private static Contended lock(String data) {
    return new Contended(
        LockKind.ROW, "RECORD", "shop", "stock", "", "PRIMARY", "X,REC_NOT_GAP", data);
  }

  @Test
  void oneIsToldAsItIsAndManyByOneOfThem() {
    assertThat(new RowLockGroup(lock("7"), 1, true).words())
        .isEqualTo("shop.stock.PRIMARY X,REC_NOT_GAP (7)");
    assertThat(new RowLockGroup(lock("7"), 4_711, false).words())
        .isEqualTo("shop.stock.PRIMARY X,REC_NOT_GAP, 4,711 locks such as (7)");
    assertThat(new RowLockGroup(lock(""), 2, false).words())
        .isEqualTo("shop.stock.PRIMARY X,REC_NOT_GAP, 2 locks");
  }
}
