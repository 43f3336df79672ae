package org.binnacle.review.live;

import java.util.List;

/// Where live facts of a report come from.
///
/// @param plans how many statements were explained
/// @param notes what was not asked or not answered, in sentences
public record LiveSource(Asked asked, int plans, List<String> notes) {

  public LiveSource {
    notes = List.copyOf(notes);
  }

  public static LiveSource of(Live live) {
    return new LiveSource(live.asked(), live.plans(), live.notes());
  }

  /// The server, and how many plans it told.
  public String words() {
    return asked.words() + "; %d plan%s".formatted(plans, plans == 1 ? "" : "s");
  }
}
