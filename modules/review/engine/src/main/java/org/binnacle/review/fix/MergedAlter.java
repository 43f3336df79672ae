package org.binnacle.review.fix;

import java.util.Optional;
import java.util.stream.Collectors;
import org.binnacle.review.report.StatementReport;
import org.binnacle.sql.ddl.AlterAction;
import org.binnacle.sql.ddl.Ddl;

/// Two ALTER TABLE of one table as one. Clauses of ALGORITHM and LOCK are those of the first, as
/// the second's may not be possible together with it.
final class MergedAlter {
  private MergedAlter() {}

  /// Nothing where one was written as CREATE or DROP INDEX whose words are no clause.
  static Optional<String> of(
      StatementReport earlier, Ddl.AlterTable first, StatementReport later, Ddl.AlterTable second) {
    if (first.asIndexStatement() || first.actions().isEmpty()) {
      return Optional.empty();
    }
    String clauses =
        second.asIndexStatement()
            ? indexClause(later.text(), second)
            : second.actions().stream()
                .map(a -> a.span().in(later.text()))
                .collect(Collectors.joining(",\n  "));
    if (clauses.isEmpty()) {
      return Optional.empty();
    }
    AlterAction last = first.actions().getLast();
    String text = earlier.text();
    return Optional.of(
        text.substring(0, last.span().end())
            + ",\n  "
            + clauses
            + text.substring(last.span().end()));
  }

  /// `CREATE UNIQUE INDEX i ON t (a)` is `ADD UNIQUE INDEX i (a)`.
  private static String indexClause(String text, Ddl.AlterTable second) {
    if (second.actions().size() != 1) {
      return "";
    }
    int table = second.table().span().start();
    int tableEnd = second.table().span().end();
    String head = text.substring(0, table).strip();
    String verb = head.replaceAll("(?is)\\s+ON$", "");
    String rest = text.substring(tableEnd).strip();
    if (verb.equals(head) || second.algorithm().isPresent() || second.lock().isPresent()) {
      return "";
    }
    return switch (second.actions().getFirst()) {
      case AlterAction.AddIndex add ->
          verb.replaceFirst("(?is)^CREATE\\s+(OR\\s+REPLACE\\s+)?", "ADD ") + " " + rest;
      case AlterAction.DropIndex drop -> verb;
      default -> "";
    };
  }
}
