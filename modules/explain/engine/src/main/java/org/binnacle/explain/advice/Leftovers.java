package org.binnacle.explain.advice;

import java.util.List;
import org.binnacle.mysql.Session;
import org.binnacle.sql.Quote;

/// Indexes that an earlier trial left, because the program or the machine was killed.
final class Leftovers {
  private Leftovers() {}

  /// Sentences for the user; nothing is dropped, since another's trial may be under way.
  static List<String> of(Session session) {
    return session.query(
        """
        SELECT /* binnacle:trial */ DISTINCT TABLE_SCHEMA AS db, TABLE_NAME AS tab,
          INDEX_NAME AS name
        FROM information_schema.STATISTICS
        WHERE INDEX_NAME LIKE 'binnacle\\_trial\\_%' LIMIT 20""",
        row ->
            "an index of another trial is there: DROP INDEX "
                + Quote.name(row.text("name", ""))
                + " ON "
                + Quote.path(row.text("db", ""), row.text("tab", "")));
  }
}
