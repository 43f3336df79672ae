package org.binnacle.diagnosis.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MetadataWaitsTest {
  private static final long IDLE = 1;
  private static final long ALTER = 2;
  private static final long READER = 3;

  private static MetadataLock lock(String mode, long thread) {
    return new MetadataLock("TABLE", "shop", "stock", mode, thread);
  }

  private static MetadataLock global(String mode, long thread) {
    return new MetadataLock("GLOBAL", "", "", mode, thread);
  }

  @Test
  void aReaderWaitsForThePendingAlterAndNotForTheIdleWriter() {
    var holders = List.of(lock("SHARED_WRITE", IDLE), lock("SHARED_UPGRADABLE", ALTER));
    var queue = List.of(lock("EXCLUSIVE", ALTER), lock("SHARED_READ", READER));
    assertThat(MetadataWaits.inTheWay(queue.get(1), queue, holders)).containsExactly(ALTER);
    assertThat(MetadataWaits.inTheWay(queue.get(0), queue, holders))
        .as("never for itself")
        .containsExactly(IDLE);
  }

  @Test
  void aReadOnlyLockWaitsForWritersOnly() {
    var holders = List.of(lock("SHARED_WRITE", IDLE), lock("SHARED_READ", 9));
    var queue = List.of(lock("SHARED_READ_ONLY", READER));
    assertThat(MetadataWaits.inTheWay(queue.getFirst(), queue, holders)).containsExactly(IDLE);
  }

  @Test
  void writersWaitForTheGlobalReadLock() {
    var holders = List.of(global("SHARED", IDLE), global("INTENTION_EXCLUSIVE", 9));
    var queue = List.of(global("INTENTION_EXCLUSIVE", READER));
    assertThat(MetadataWaits.inTheWay(queue.getFirst(), queue, holders)).containsExactly(IDLE);
  }

  @Test
  void theGlobalReadLockWaitsForWriters() {
    var holders = List.of(global("INTENTION_EXCLUSIVE", IDLE));
    var queue = List.of(global("SHARED", ALTER), global("INTENTION_EXCLUSIVE", READER));
    assertThat(MetadataWaits.inTheWay(queue.get(0), queue, holders)).containsExactly(IDLE);
    assertThat(MetadataWaits.inTheWay(queue.get(1), queue, holders)).containsExactly(ALTER);
  }

  @Test
  void highPriorityPassesAPendingExclusive() {
    var queue = List.of(lock("EXCLUSIVE", ALTER), lock("SHARED_HIGH_PRIO", READER));
    assertThat(MetadataWaits.inTheWay(queue.get(1), queue, List.of(lock("SHARED_READ", IDLE))))
        .isEmpty();
  }

  @Test
  void aTypeThatIsNotKnownIsTakenToWaitForWhatIsGranted() {
    var queue = List.of(lock("SOMETHING_NEW", READER));
    assertThat(MetadataWaits.inTheWay(queue.getFirst(), queue, List.of(lock("SHARED", IDLE))))
        .containsExactly(IDLE);
  }

  @Test
  void lockIdsTellTheirRecord() {
    assertThat(RowWaits.recordOf("140522454785056:2:4:2:140522374862624", "7")).isEqualTo("2:4:2");
    assertThat(RowWaits.recordOf("140522454785056:1059:140522374865664", "7")).isEqualTo("1059");
    assertThat(RowWaits.recordOf("421:23:3:2", "421")).isEqualTo("23:3:2");
    assertThat(RowWaits.recordOf("", "421")).isEqualTo("?421");
  }
}
