package org.binnacle.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.AlterAction;

/// The columns and indexes that a CREATE or ALTER TABLE brings.
final class NewParts {
  private NewParts() {}

  static List<NewColumn> columns(Subject of) {
    var all = new ArrayList<NewColumn>();
    of.creates()
        .ifPresent(
            c ->
                c.columns()
                    .forEach(
                        column ->
                            all.add(
                                new NewColumn(
                                    c.table(),
                                    column,
                                    Optional.empty(),
                                    NewColumn.Origin.CREATE))));
    of.alters()
        .ifPresent(
            a -> {
              Optional<Table> before = of.table(a.table());
              for (AlterAction action : a.actions()) {
                switch (action) {
                  case AlterAction.AddColumn add ->
                      all.add(
                          new NewColumn(
                              a.table(), add.column(), Optional.empty(), NewColumn.Origin.ADD));
                  case AlterAction.ChangeColumn change ->
                      all.add(
                          new NewColumn(
                              a.table(),
                              change.column(),
                              before.flatMap(t -> t.column(change.from())),
                              NewColumn.Origin.CHANGE));
                  case AlterAction.ModifyColumn modify ->
                      all.add(
                          new NewColumn(
                              a.table(),
                              modify.column(),
                              before.flatMap(t -> t.column(modify.column().name())),
                              NewColumn.Origin.MODIFY));
                  default -> {}
                }
              }
            });
    return all;
  }

  static List<NewIndex> indexes(Subject of) {
    var all = new ArrayList<NewIndex>();
    of.creates()
        .ifPresent(c -> c.indexes().forEach(i -> all.add(new NewIndex(c.table(), i, false))));
    of.alters()
        .ifPresent(
            a ->
                of.actions(AlterAction.AddIndex.class)
                    .forEach(add -> all.add(new NewIndex(a.table(), add.index(), true))));
    return all;
  }
}
