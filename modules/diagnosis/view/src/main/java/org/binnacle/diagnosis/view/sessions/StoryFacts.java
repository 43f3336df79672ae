package org.binnacle.diagnosis.view.sessions;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.binnacle.diagnosis.lock.HeldLock;
import org.binnacle.diagnosis.lock.PastStatement;
import org.binnacle.diagnosis.lock.RowLockGroup;
import org.binnacle.diagnosis.lock.SessionStory;
import org.binnacle.diagnosis.session.Span;

/// What a session ran before and its locks, as names and values in turn.
final class StoryFacts {
  private static final int LONGEST = 160;

  private StoryFacts() {}

  /// The locks that it waits for, below a word of when that was read where it is not now.
  static List<String> awaited(StoryShown shown) {
    var facts = new ArrayList<String>();
    if (!shown.moment().isEmpty()) {
      facts.add("Its past and locks");
      facts.add(shown.moment());
    }
    lines(
        facts,
        "Waits for lock",
        Stream.concat(
            shown.story().locks().stream().filter(HeldLock::pending).map(HeldLock::words),
            shown.story().rowLocks().stream()
                .filter(RowLockGroup::pending)
                .map(RowLockGroup::words)));
    return facts;
  }

  /// What it ran, the newest first, and the locks that it holds.
  ///
  /// @param idle it runs nothing, so that what it ran stands in the place of its statement
  static List<String> past(StoryShown shown, boolean idle) {
    SessionStory story = shown.story();
    var facts = new ArrayList<String>();
    String heading = story.ofTransaction() ? "In this transaction" : "Ran before";
    for (PastStatement one : idle ? List.<PastStatement>of() : story.past()) {
      facts.add(heading);
      facts.add(words(shown, one));
      heading = "";
    }
    lines(
        facts,
        "Row locks",
        story.rowLocks().stream().filter(one -> !one.pending()).map(RowLockGroup::words));
    lines(
        facts,
        "Metadata locks",
        story.locks().stream().filter(one -> !one.pending()).map(HeldLock::words));
    return facts;
  }

  /// What could not be had, and how to get it.
  static List<String> unknown(StoryShown shown) {
    var facts = new ArrayList<String>();
    for (String note : shown.story().notes()) {
      facts.add("Not known");
      facts.add(note);
    }
    return facts;
  }

  private static void lines(List<String> facts, String heading, Stream<String> locks) {
    String name = heading;
    for (String one : locks.toList()) {
      facts.add(name);
      facts.add(one);
      name = "";
    }
  }

  /// `at 12:03:05, took 1.1 ms, 4 rows: UPDATE stock ...`.
  private static String words(StoryShown shown, PastStatement one) {
    String sql = one.sql().replaceAll("\\s+", " ").strip();
    String when = one.agoUs() < 0 ? "" : "at " + shown.ended(one) + ", ";
    String took = one.tookUs() < 0 ? "" : "took " + Span.words(one.tookUs()) + ", ";
    String rows =
        one.rowsAffected() > 0
            ? "%,d %s, ".formatted(one.rowsAffected(), one.rowsAffected() == 1 ? "row" : "rows")
            : "";
    String head = when + took + rows;
    return (head.isEmpty() ? "" : head.substring(0, head.length() - 2) + ": ")
        + (sql.isEmpty()
            ? "(no text was kept)"
            : sql.length() <= LONGEST ? sql : sql.substring(0, LONGEST) + "...");
  }
}
