package org.binnacle.explain.advice;

import java.util.List;
import org.binnacle.mysql.Session;
import org.binnacle.sql.Quote;

/// Indexes that an earlier trial left, because the program or the machine was killed.
final class Leftovers {
  private Leftovers() {}

  /// Sentences for the user; nothing is dropped, since another's trial may be under way.
  ///
  /// @param schema the only one that is looked at: all of them would be opened
  static List<String> of(Session session, String schema) {
    return session.query(
        """
        SELECT /* binnacle:trial */ DISTINCT TABLE_NAME AS tab, INDEX_NAME AS name
        FROM information_schema.STATISTICS
        WHERE TABLE_SCHEMA = ? AND INDEX_NAME LIKE 'binnacle\\_trial\\_%' LIMIT 20""",
        row ->
            "an index of another trial is there: DROP INDEX "
                + Quote.name(row.text("name", ""))
                + " ON "
                + Quote.path(schema, row.text("tab", "")),
        schema);
  }
}
