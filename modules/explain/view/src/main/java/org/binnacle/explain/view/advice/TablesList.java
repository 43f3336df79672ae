package org.binnacle.explain.view.advice;

import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.binnacle.explain.schema.IndexInfo;
import org.binnacle.explain.schema.TableInfo;
import org.binnacle.explain.view.worksheet.Sizes;

/// The tables of a statement with the indexes that they have.
final class TablesList extends VBox {

  TablesList(Map<String, TableInfo> tables) {
    getStyleClass().add("advice-tables");
    tables.values().forEach(this::table);
  }

  private void table(TableInfo table) {
    var name = new Label(table.schema() + "." + table.name());
    name.getStyleClass().add("heading");
    var size = new Label(size(table));
    size.getStyleClass().add("muted");
    var grid = new GridPane();
    grid.getStyleClass().add("advice-indexes");
    int row = 0;
    for (IndexInfo index : table.indexes()) {
      var called = new Label(index.name());
      called.getStyleClass().add("mono");
      var columns = new Label("(" + String.join(", ", index.columns()) + ")");
      columns.getStyleClass().add("mono");
      var detail = new Label(detail(index));
      detail.getStyleClass().add("muted");
      grid.addRow(row++, called, columns, detail);
    }
    getChildren().addAll(name, size, grid);
  }

  private static String size(TableInfo table) {
    String rows =
        table.rows().isPresent()
            ? "about " + Sizes.count(table.rows().getAsLong()) + " rows"
            : "rows not known";
    return rows
        + bytes(", data ", table.dataBytes())
        + bytes(", indexes ", table.indexBytes())
        + (table.engine().isEmpty() ? "" : ", " + table.engine());
  }

  private static String bytes(String what, OptionalLong bytes) {
    return bytes.isPresent() ? what + Sizes.bytes(bytes.getAsLong()) : "";
  }

  private static String detail(IndexInfo index) {
    String kind =
        index.primary()
            ? "primary key"
            : index.unique() ? "unique" : index.type().equals("BTREE") ? "" : index.type();
    String cardinality =
        index.parts().stream()
            .filter(part -> part.cardinality().isPresent())
            .map(part -> Sizes.count(part.cardinality().getAsLong()))
            .collect(Collectors.joining(", "));
    return String.join(
        "  ",
        java.util.stream.Stream.of(
                kind,
                cardinality.isEmpty() ? "" : "distinct values " + cardinality,
                index.visible() ? "" : "invisible")
            .filter(words -> !words.isEmpty())
            .toList());
  }
}
