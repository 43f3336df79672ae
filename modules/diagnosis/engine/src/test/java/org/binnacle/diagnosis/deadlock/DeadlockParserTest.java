package org.binnacle.diagnosis.deadlock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DeadlockParserTest {
  private static final String STATUS =
      """

      =====================================
      2026-11-20 18:00:10 INNODB MONITOR OUTPUT
      =====================================
      ------------------------
      LATEST DETECTED DEADLOCK
      ------------------------
      2026-11-20 18:00:00 140523
      *** (1) TRANSACTION:
      TRANSACTION 1820, ACTIVE 3 sec starting index read
      mysql tables in use 1, locked 1
      LOCK WAIT 3 lock struct(s), heap size 1128, 2 row lock(s), undo log entries 1
      MySQL thread id 12, OS thread handle 140123, query id 80 10.0.4.9 app updating
      UPDATE stock SET qty = qty + 1
      WHERE id = 2

      *** (1) HOLDS THE LOCK(S):
      RECORD LOCKS space id 2 page no 4 n bits 80 index PRIMARY of table `shop`.`stock` trx id 1820 lock_mode X locks rec but not gap
      Record lock, heap no 2 PHYSICAL RECORD: n_fields 4; compact format; info bits 0
       0: len 4; hex 80000001; asc     ;;

      *** (1) WAITING FOR THIS LOCK TO BE GRANTED:
      RECORD LOCKS space id 2 page no 4 n bits 80 index PRIMARY of table `shop`.`stock` trx id 1820 lock_mode X locks rec but not gap waiting
      *** (2) TRANSACTION:
      TRANSACTION 1821, ACTIVE 2 sec starting index read
      MySQL thread id 13, OS thread handle 140124, query id 81 10.0.4.8 etl updating
      UPDATE stock SET qty = qty - 1 WHERE id = 1
      *** (2) HOLDS THE LOCK(S):
      RECORD LOCKS space id 2 page no 4 n bits 80 index PRIMARY of table `shop`.`stock` trx id 1821 lock_mode X locks rec but not gap
      *** (2) WAITING FOR THIS LOCK TO BE GRANTED:
      RECORD LOCKS space id 2 page no 4 n bits 80 index PRIMARY of table `shop`.`stock` trx id 1821 lock_mode X locks rec but not gap waiting
      *** WE ROLL BACK TRANSACTION (2)
      ------------
      TRANSACTIONS
      ------------
      Trx id counter 1825
      """;

  @Test
  void twoTransactionsWithTheirLocksAndTheVictim() {
    Deadlock deadlock = DeadlockParser.of(STATUS).orElseThrow();
    assertThat(deadlock.at()).isEqualTo("2026-11-20 18:00:00");
    assertThat(deadlock.victim()).isEqualTo(2);
    assertThat(deadlock.victimWords()).isEqualTo("#13");
    assertThat(deadlock.tables()).containsExactly("shop.stock");
    assertThat(deadlock.fingerprint()).isEqualTo("2026-11-20 18:00:00 [12, 13]");
    DeadlockTrx first = deadlock.transactions().getFirst();
    assertThat(first.connectionId()).isEqualTo(12);
    assertThat(first.client()).isEqualTo("10.0.4.9 app");
    assertThat(first.state()).isEqualTo("updating");
    assertThat(first.activeS()).isEqualTo(3);
    assertThat(first.sql()).isEqualTo("UPDATE stock SET qty = qty + 1\nWHERE id = 2");
    assertThat(first.holds()).hasSize(1);
    assertThat(first.waits().getFirst().index()).isEqualTo("PRIMARY");
    assertThat(first.waits().getFirst().mode()).startsWith("lock_mode X locks rec but not gap");
    assertThat(deadlock.raw()).doesNotContain("Trx id counter").contains("hex 80000001");
    assertThat(WaitCycle.of(deadlock))
        .extracting(arrow -> arrow.from().words() + ">" + arrow.to().words())
        .containsExactly("#12>#13", "#13>#12");
    assertThat(WaitCycle.text(deadlock)).contains("ROLLED BACK").contains("└─▶ #12");
  }

  @Test
  void theSectionIsParsedAgainToTheSame() {
    Deadlock deadlock = DeadlockParser.of(STATUS).orElseThrow();
    assertThat(DeadlockParser.parse(deadlock.raw())).isEqualTo(deadlock);
  }

  @Test
  void noDeadlockIsNone() {
    assertThat(DeadlockParser.of("------------\nTRANSACTIONS\n------------\n")).isEmpty();
    assertThat(DeadlockParser.of("")).isEmpty();
  }

  @Test
  void hostileTextsAreAnswered() {
    var random = new Random(11);
    for (int i = 0; i < 3_000; i++) {
      var text = new StringBuilder(STATUS);
      for (int n = random.nextInt(40); n > 0; n--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(4)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.insert(at, "*** (9999999999) TRANSACTION:\n");
          case 2 -> text.insert(at, (char) random.nextInt(0x3000));
          default -> text.delete(at, Math.min(text.length(), at + random.nextInt(80)));
        }
        if (text.isEmpty()) {
          break;
        }
      }
      DeadlockParser.of(text.toString())
          .ifPresent(
              found -> {
                assertThat(WaitCycle.text(found)).isNotNull();
                assertThat(found.fingerprint()).isNotEmpty();
              });
    }
  }
}
