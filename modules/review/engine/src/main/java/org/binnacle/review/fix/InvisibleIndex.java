package org.binnacle.review.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.binnacle.review.Edit;
import org.binnacle.review.Fix;
import org.binnacle.sql.Dialect;
import org.binnacle.sql.Span;
import org.binnacle.sql.ddl.AlterAction;
import org.binnacle.sql.ddl.Ddl;
import org.binnacle.sql.parse.Target;

/// An index that is made invisible before it is dropped: the way back is then a moment, not a build
/// (MySQL 8.0 and newer).
final class InvisibleIndex {
  private static final int SINCE = 80_000;

  private InvisibleIndex() {}

  static Optional<Fix> of(String text, Ddl ddl, Target target) {
    if (!(ddl instanceof Ddl.AlterTable alter)
        || !target.isAtLeast(SINCE)
        || target.dialect() == Dialect.MARIADB) {
      return Optional.empty();
    }
    var edits = new ArrayList<Edit>();
    for (AlterAction action : alter.actions()) {
      if (action instanceof AlterAction.DropIndex drop) {
        String name = named(drop.index());
        edits.add(
            alter.asIndexStatement()
                ? new Edit(
                    new Span(0, text.length()),
                    "ALTER TABLE "
                        + alter.table().span().in(text)
                        + " ALTER INDEX "
                        + name
                        + " INVISIBLE")
                : new Edit(drop.span(), "ALTER INDEX " + name + " INVISIBLE"));
      }
    }
    return edits.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Fix(
                edits.size() == 1
                    ? "make the index INVISIBLE first"
                    : "make the indexes INVISIBLE first",
                List.copyOf(edits),
                false));
  }

  private static String named(String index) {
    return index.matches("[A-Za-z_][A-Za-z0-9_]*") ? index : "`" + index.replace("`", "``") + "`";
  }
}
