package org.binnacle.diagnosis.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.binnacle.diagnosis.Samples;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.ProcessRow;
import org.junit.jupiter.api.Test;

class StoryBookTest {
  private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
  private final StoryBook book = new StoryBook();

  private static ProcessRow running(long id, String sql) {
    return Samples.of(id, Kind.ACTIVE, "app", "Query", "executing", 1_000_000, sql);
  }

  private static SessionStory told(String note) {
    return SessionStory.onlyNotes(List.of(note));
  }

  @Test
  void theNearestStoryOfTheSameDoingIsTaken() {
    ProcessRow row = running(7, "SELECT 1");
    book.put(row, NOON, told("first"));
    book.put(row, NOON.plusSeconds(60), told("second"));
    book.put(running(8, "SELECT 1"), NOON.plusSeconds(20), told("of another"));
    assertThat(book.nearest(row, NOON.plusSeconds(20)))
        .contains(new StoryBook.Kept(NOON, told("first")));
    assertThat(book.nearest(row, NOON.plusSeconds(50)))
        .contains(new StoryBook.Kept(NOON.plusSeconds(60), told("second")));
  }

  @Test
  void aSessionThatDidSomethingElseOrWaitedThenHasNone() {
    book.put(running(7, "SELECT 1"), NOON, told("of the first"));
    assertThat(book.nearest(running(7, "SELECT 2"), NOON)).isEmpty();
    assertThat(
            book.nearest(
                Samples.of(
                    7,
                    Kind.ACTIVE,
                    "app",
                    "Query",
                    "Waiting for table metadata lock",
                    1_000_000,
                    "SELECT 1"),
                NOON))
        .isEmpty();
  }

  @Test
  void whatIsOlderThanTenMinutesIsForgotten() {
    ProcessRow row = running(7, "SELECT 1");
    book.put(row, NOON, told("old"));
    book.put(running(8, "SELECT 2"), NOON.plusSeconds(601), told("new"));
    assertThat(book.nearest(row, NOON)).isEmpty();
  }
}
