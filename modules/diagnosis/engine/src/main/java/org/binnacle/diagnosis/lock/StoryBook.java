package org.binnacle.diagnosis.lock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;
import org.binnacle.diagnosis.session.ProcessRow;

/// The stories that were read in the last ten minutes, for a look back: a story of now says nothing
/// of a moment that is past. In memory only; of one thread.
public final class StoryBook {
  private static final Duration SPAN = Duration.ofMinutes(10);
  private static final int MOST = 300;

  private final Deque<Page> pages = new ArrayDeque<>();

  /// @param readAt when the server was asked
  public record Kept(Instant readAt, SessionStory story) {}

  private record Page(ProcessRow row, Kept kept) {}

  /// Keeps what was read of a session while it did what the row tells.
  public void put(ProcessRow row, Instant readAt, SessionStory story) {
    pages.addLast(new Page(row, new Kept(readAt, story)));
    while (pages.size() > MOST || pages.getFirst().kept().readAt().isBefore(readAt.minus(SPAN))) {
      pages.removeFirst();
    }
  }

  /// What was read nearest to a moment while the session did the same as the row of that moment.
  public Optional<Kept> nearest(ProcessRow row, Instant moment) {
    return pages.stream()
        .filter(page -> doesTheSame(page.row(), row))
        .map(Page::kept)
        .min(Comparator.comparing(kept -> Duration.between(kept.readAt(), moment).abs()));
  }

  /// Whether two rows are of one session at one statement, waiting for a lock in both or in
  /// neither: then they have one story.
  public static boolean doesTheSame(ProcessRow one, ProcessRow other) {
    return one.key().equals(other.key())
        && one.work().eventId() == other.work().eventId()
        && one.sql().equals(other.sql())
        && one.blocked() == other.blocked();
  }
}
