package org.binnacle.explain.view.worksheet;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.binnacle.fxkit.Icons;
import org.binnacle.sql.Dialect;
import org.binnacle.sql.Quote;
import org.jspecify.annotations.Nullable;

/// How a line of the schema browser looks; a double click or dragging gives its name away.
final class SchemaLine extends TreeCell<SchemaNode> {
  private final Function<SchemaNode, @Nullable ContextMenu> menus;

  SchemaLine(Consumer<String> insert, Function<SchemaNode, @Nullable ContextMenu> menus) {
    this.menus = menus;
    // As wide as the tree: what does not fit is cut, not scrolled.
    setPrefWidth(0);
    setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2 && !inserted().isEmpty()) {
            insert.accept(inserted());
            event.consume();
          }
        });
    setOnDragDetected(
        event -> {
          if (!inserted().isEmpty()) {
            var content = new ClipboardContent();
            content.putString(inserted());
            startDragAndDrop(TransferMode.COPY).setContent(content);
            event.consume();
          }
        });
  }

  private String inserted() {
    SchemaNode node = getItem();
    return node == null || node.inserted().isEmpty()
        ? ""
        : Quote.nameIfNeeded(node.inserted(), Dialect.MYSQL);
  }

  @Override
  protected void updateItem(@Nullable SchemaNode node, boolean empty) {
    super.updateItem(node, empty);
    setText(null);
    setContextMenu(null);
    if (empty || node == null) {
      setGraphic(null);
      return;
    }
    var name = new Label(node.words());
    name.getStyleClass().add(node instanceof SchemaNode.Note ? "muted" : "schema-name");
    name.setMinWidth(0);
    if (!node.icon().isEmpty()) {
      name.setGraphic(Icons.of(node.icon()));
    }
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var detail = new Label(node.detail());
    detail.getStyleClass().add("muted");
    detail.setMinWidth(0);
    var line = new HBox(name, gap, detail);
    line.getStyleClass().add("schema-line");
    setGraphic(line);
    setContextMenu(menus.apply(node));
  }
}
