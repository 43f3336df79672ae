package org.binnacle.diagnosis.view.sessions;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.binnacle.diagnosis.lock.PastStatement;
import org.binnacle.diagnosis.lock.SessionStory;
import org.binnacle.diagnosis.lock.StoryBook;
import org.binnacle.diagnosis.view.instance.PastScript;
import org.binnacle.diagnosis.view.instance.TimeBar;

/// A session's story as it is shown.
///
/// @param readAt when the server was asked: how long ago statements ended counts from then
/// @param moment of when it is, in words; empty where it is of now, as all else that is shown
record StoryShown(SessionStory story, Instant readAt, String moment) {
  static final StoryShown NOTHING = new StoryShown(SessionStory.NONE, Instant.EPOCH, "");

  private static final String NOT_KEPT =
      "not kept of this moment: what a session ran before and its locks are read only"
          + " while it is selected";
  private static final String NOT_RECORDED =
      "not recorded; Transactions has what its open transaction ran, Locks who waits for whom";

  static StoryShown now(StoryBook.Kept kept) {
    return new StoryShown(kept.story(), kept.readAt(), "");
  }

  /// Beside a table that stands still.
  static StoryShown readAt(StoryBook.Kept kept) {
    return new StoryShown(kept.story(), kept.readAt(), "as read at " + clock(kept.readAt()));
  }

  static StoryShown notKept() {
    return new StoryShown(SessionStory.NONE, Instant.EPOCH, NOT_KEPT);
  }

  static StoryShown notRecorded() {
    return new StoryShown(SessionStory.NONE, Instant.EPOCH, NOT_RECORDED);
  }

  static StoryShown failed(String why) {
    return new StoryShown(
        SessionStory.onlyNotes(List.of("It could not be read: " + why)), Instant.EPOCH, "");
  }

  /// The time at which a statement ended, such as `12:03:05`; empty where it is not known.
  String ended(PastStatement past) {
    return past.agoUs() < 0 ? "" : clock(readAt.minus(past.agoUs(), ChronoUnit.MICROS));
  }

  /// What it ran as a script.
  String script() {
    return PastScript.of(
        story.past(), past -> past.agoUs() < 0 ? "before" : "ended at " + ended(past));
  }

  static String clock(Instant at) {
    return TimeBar.CLOCK.format(at);
  }
}
