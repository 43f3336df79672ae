package org.binnacle.diagnosis.view.sessions;

import java.util.ArrayList;
import java.util.List;
import org.binnacle.diagnosis.lock.HeldLock;
import org.binnacle.diagnosis.lock.PastStatement;
import org.binnacle.diagnosis.lock.SessionStory;
import org.binnacle.diagnosis.session.Span;

/// What a session ran before and its metadata locks, as names and values in turn.
final class StoryFacts {
  private static final int LONGEST = 160;

  private StoryFacts() {}

  static List<String> of(SessionStory story) {
    var facts = new ArrayList<String>();
    lines(facts, "Waits for lock", story.locks().stream().filter(HeldLock::pending).toList());
    lines(facts, "Metadata locks", story.locks().stream().filter(one -> !one.pending()).toList());
    String heading = story.ofTransaction() ? "In this transaction" : "Ran before";
    for (PastStatement one : story.past()) {
      facts.add(heading);
      facts.add(words(one));
      heading = "";
    }
    for (String note : story.notes()) {
      facts.add("Not known");
      facts.add(note);
    }
    return facts;
  }

  private static void lines(List<String> facts, String heading, List<HeldLock> locks) {
    String name = heading;
    for (HeldLock one : locks) {
      facts.add(name);
      facts.add(one.words());
      name = "";
    }
  }

  /// `3.2 s ago, took 1.1 ms, 4 rows: UPDATE stock ...`.
  private static String words(PastStatement one) {
    String sql = one.sql().replaceAll("\\s+", " ").strip();
    String when = one.agoUs() < 0 ? "" : Span.words(one.agoUs()) + " ago, ";
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
