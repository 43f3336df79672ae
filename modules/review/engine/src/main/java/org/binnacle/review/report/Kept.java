package org.binnacle.review.report;

import java.util.ArrayList;
import java.util.List;

/// A finding as it is remembered of an earlier review: enough to know it again when lines move.
///
/// @param fingerprint of its statement; empty for statements of megabytes
/// @param message empty where only its key was kept
public record Kept(String rule, String fingerprint, String object, String path, String message) {

  /// What counts of a report.
  public static List<Kept> of(FileReport file) {
    var all = new ArrayList<Kept>();
    for (StatementReport s : file.statements()) {
      for (Told t : s.findings()) {
        if (t.state() != Told.State.SUPPRESSED) {
          all.add(new Kept(t.rule(), s.fingerprint(), t.object(), file.path(), t.message()));
        }
      }
    }
    return all;
  }

  /// What two findings have in common that are the same one.
  String key() {
    return rule + "\n" + fingerprint + "\n" + object;
  }
}
