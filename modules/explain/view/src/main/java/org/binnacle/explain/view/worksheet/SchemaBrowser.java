package org.binnacle.explain.view.worksheet;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.binnacle.explain.schema.SchemaObject;
import org.binnacle.explain.schema.Schemas;
import org.binnacle.explain.view.Kit;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Icons;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.sql.Dialect;
import org.binnacle.sql.Quote;
import org.jspecify.annotations.Nullable;

/// The databases of an instance as a tree that reads each level when it is opened, with a filter
/// over what was read. On the FX thread.
final class SchemaBrowser extends BorderPane implements AutoCloseable {

  /// What the browser asks of the worksheet.
  interface Hands {
    /// Puts a name where the caret is.
    void insert(String name);

    /// Shows a definition.
    void definition(String name, String ddl);

    /// Makes a database the default one.
    void use(String database);

    /// Adds a statement to the text.
    void statement(String sql);
  }

  private final Hands hands;
  private final SchemaLoads loads;
  private final SchemaItem root = SchemaItem.root();
  private final TreeView<SchemaNode> view = new TreeView<>(root);
  private final TextField filter = new TextField();
  private final Label unread = new Label();
  private Optional<InstanceRef> instance = Optional.empty();

  SchemaBrowser(Kit kit, Schemas schemas, Hands hands) {
    this.hands = hands;
    loads = new SchemaLoads(kit, schemas, this::sift);
    getStyleClass().add("schema-browser");
    view.setId("schema-tree");
    view.setShowRoot(false);
    view.setFixedCellSize(25);
    view.getStyleClass().add("dense");
    view.setCellFactory(all -> new SchemaLine(hands::insert, this::menu));
    view.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            chosen()
                .filter(node -> !node.inserted().isEmpty())
                .ifPresent(
                    node -> hands.insert(Quote.nameIfNeeded(node.inserted(), Dialect.MYSQL)));
          }
        });
    filter.setPromptText("Filter");
    filter.setId("schema-filter");
    filter.textProperty().addListener((seen, was, is) -> sift());
    filter.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
            filter.clear();
            event.consume();
          } else if (event.getCode() == KeyCode.DOWN) {
            view.requestFocus();
            view.getSelectionModel().selectFirst();
            event.consume();
          }
        });
    var reload =
        Icons.button(
            "mdi2r-refresh",
            "Read the schemas again",
            () -> instance.ifPresent(of -> loads.read(of, root)));
    HBox.setHgrow(filter, Priority.ALWAYS);
    var bar = new HBox(filter, reload);
    bar.getStyleClass().add("schema-bar");
    unread.getStyleClass().addAll("muted", "schema-unread");
    unread.setWrapText(true);
    setTop(bar);
    setCenter(view);
    setBottom(unread);
    setMinWidth(120);
    sift();
  }

  /// Shows the databases of an instance, unless they are shown already.
  void show(Optional<InstanceRef> wanted) {
    FxThread.check();
    if (!wanted.map(InstanceRef::id).equals(instance.map(InstanceRef::id))) {
      instance = wanted;
      root.fill(java.util.List.of());
      wanted.ifPresent(of -> loads.read(of, root));
    }
  }

  /// Opens a database, as if its line was clicked.
  void expand(String database) {
    for (SchemaItem item : root.all()) {
      if (item.getValue() instanceof SchemaNode.Database(String name)
          && name.equalsIgnoreCase(database)) {
        item.setExpanded(true);
        view.scrollTo(Math.max(0, view.getRow(item) - 1));
      }
    }
  }

  private void sift() {
    String wanted = filter.getText().strip().toLowerCase(Locale.ROOT);
    root.sift(wanted);
    long closed =
        root.all().stream()
            .filter(item -> item.getValue() instanceof SchemaNode.Database && !item.read())
            .count();
    boolean told = !wanted.isEmpty() && closed > 0;
    unread.setVisible(told);
    unread.setManaged(told);
    unread.setText(
        closed == 1
            ? "One database was not opened yet and is not searched."
            : closed + " databases were not opened yet and are not searched.");
  }

  private Optional<SchemaNode> chosen() {
    return Optional.ofNullable(view.getSelectionModel().getSelectedItem()).map(TreeItem::getValue);
  }

  private static String path(SchemaObject object) {
    return Quote.nameIfNeeded(object.schema(), Dialect.MYSQL)
        + "."
        + Quote.nameIfNeeded(object.name(), Dialect.MYSQL);
  }

  private @Nullable ContextMenu menu(SchemaNode node) {
    return switch (node) {
      case SchemaNode.Database(String name) ->
          new ContextMenu(
              entry("Use as the default database", () -> hands.use(name)),
              entry("Insert the name", () -> hands.insert(name)));
      case SchemaNode.Item(SchemaObject object) -> {
        var menu = new ContextMenu(entry("Insert the name", () -> hands.insert(object.name())));
        if (object.kind() == SchemaObject.Kind.TABLE || object.kind() == SchemaObject.Kind.VIEW) {
          menu.getItems()
              .add(
                  entry(
                      "SELECT its first rows",
                      () -> hands.statement("SELECT * FROM " + path(object) + " LIMIT 100;")));
        }
        menu.getItems()
            .add(
                entry(
                    "Show the definition",
                    () ->
                        instance.ifPresent(of -> loads.definition(of, object, hands::definition))));
        yield menu;
      }
      case SchemaNode.Part part ->
          new ContextMenu(entry("Insert the name", () -> hands.insert(part.inserted())));
      case SchemaNode.Note none -> null;
    };
  }

  private static MenuItem entry(String words, Runnable action) {
    var item = new MenuItem(words);
    item.setOnAction(event -> action.run());
    return item;
  }

  @Override
  public void close() {
    loads.close();
    view.setRoot(null);
  }
}
