package org.binnacle.review;

import java.util.Comparator;
import java.util.List;

/// A way to put a finding right.
///
/// @param title what it does: `add LOCK=NONE`
/// @param edits of the statement's text, not overlapping
/// @param safe whether it may be applied unseen: it means the same to the server, or only adds what
///   the rule set asks for
public record Fix(String title, List<Edit> edits, boolean safe) {

  public Fix {
    edits = edits.stream().sorted(Comparator.comparingInt((Edit e) -> e.span().start())).toList();
  }

  /// The statement with the edits made.
  public String on(String text) {
    var out = new StringBuilder();
    int at = 0;
    for (Edit edit : edits) {
      out.append(text, at, edit.span().start()).append(edit.replacement());
      at = edit.span().end();
    }
    return out.append(text, at, text.length()).toString();
  }
}
