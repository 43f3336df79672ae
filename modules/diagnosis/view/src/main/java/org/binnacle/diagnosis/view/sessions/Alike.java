package org.binnacle.diagnosis.view.sessions;

import java.util.List;
import org.binnacle.diagnosis.query.Suggestions;
import org.binnacle.diagnosis.session.Field;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.ProcessRow;

/// Sessions that run the same statement with other values, told by its digest.
final class Alike {
  private Alike() {}

  /// How many others run now what this one runs; 0 where that is not known.
  static long others(List<ProcessRow> rows, ProcessRow row) {
    String digest = row.work().digest();
    return digest.isEmpty() || row.kind() != Kind.ACTIVE
        ? 0
        : rows.stream()
            .filter(one -> one.kind() == Kind.ACTIVE && one.work().digest().equals(digest))
            .filter(one -> !one.key().equals(row.key()))
            .count();
  }

  /// A query that shows only them, within what it showed.
  static String query(String before, ProcessRow row) {
    String term = Field.DIGEST.key() + ":" + Suggestions.quoted(row.work().digest());
    return before.contains(term) ? before : (before.strip() + " " + term).strip();
  }
}
