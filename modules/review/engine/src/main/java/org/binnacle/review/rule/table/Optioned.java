package org.binnacle.review.rule.table;

import java.util.ArrayList;
import java.util.List;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.AlterAction;
import org.binnacle.sql.ddl.TableName;
import org.binnacle.sql.ddl.TableOptions;

/// Options that a statement gives to a table.
record Optioned(TableName table, TableOptions options, boolean temporary) {

  static List<Optioned> of(Subject s) {
    var all = new ArrayList<Optioned>();
    s.creates().ifPresent(c -> all.add(new Optioned(c.table(), c.options(), c.temporary())));
    s.alters()
        .ifPresent(
            a ->
                s.actions(AlterAction.SetOptions.class)
                    .forEach(o -> all.add(new Optioned(a.table(), o.options(), false))));
    return all;
  }
}
