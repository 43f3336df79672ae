package org.binnacle.explain.view.worksheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.binnacle.explain.schema.Reference;
import org.binnacle.explain.schema.SchemaObject;
import org.binnacle.explain.schema.Schemas;
import org.binnacle.explain.schema.TableInfo;
import org.binnacle.explain.view.Kit;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Outcome;
import org.binnacle.sql.Dialect;
import org.binnacle.sql.Quote;
import org.jspecify.annotations.Nullable;

/// The databases of an instance as a tree that reads each level when it is opened. On the FX
/// thread; what blocks is done off it.
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

  private final Kit kit;
  private final Schemas schemas;
  private final Hands hands;
  private final TreeView<SchemaNode> view = new TreeView<>();
  private final TextField filter = new TextField();
  private final List<Questions> open = new ArrayList<>();
  private final Questions databases = new Questions("databases of an instance");
  private Optional<InstanceRef> instance = Optional.empty();

  SchemaBrowser(Kit kit, Schemas schemas, Hands hands) {
    this.kit = kit;
    this.schemas = schemas;
    this.hands = hands;
    getStyleClass().add("schema-browser");
    view.setId("schema-tree");
    view.setShowRoot(false);
    view.setFixedCellSize(25);
    view.getStyleClass().add("dense");
    view.setCellFactory(all -> new Line());
    view.setRoot(new TreeItem<>());
    view.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            chosen().ifPresent(node -> hands.insert(node.inserted()));
          }
        });
    filter.setPromptText("Filter tables");
    filter.setId("schema-filter");
    filter.textProperty().addListener((seen, was, is) -> sift());
    var reload =
        Icons.button(
            "mdi2r-refresh", "Read the schemas again", () -> instance.ifPresent(this::read));
    HBox.setHgrow(filter, Priority.ALWAYS);
    var bar = new HBox(filter, reload);
    bar.getStyleClass().add("schema-bar");
    setTop(bar);
    setCenter(view);
    setMinWidth(120);
  }

  /// Shows the databases of an instance, unless they are shown already.
  void show(Optional<InstanceRef> wanted) {
    FxThread.check();
    if (!wanted.map(InstanceRef::id).equals(instance.map(InstanceRef::id))) {
      instance = wanted;
      view.getRoot().getChildren().clear();
      wanted.ifPresent(this::read);
    }
  }

  private void read(InstanceRef of) {
    view.getRoot().getChildren().setAll(List.of(note("Reading the databases…")));
    databases.ask(
        () -> schemas.databases(of),
        outcome -> {
          var items = new ArrayList<TreeItem<SchemaNode>>();
          switch (outcome) {
            case Outcome.Ok<List<String>> ok ->
                ok.value().forEach(name -> items.add(database(of, name)));
            case Outcome.Failed<List<String>> failed -> items.add(why(failed.fault()));
          }
          view.getRoot().getChildren().setAll(items);
        });
  }

  private TreeItem<SchemaNode> database(InstanceRef of, String name) {
    return lazy(
        new SchemaNode.Database(name),
        () -> schemas.objects(of, name),
        (objects, into) -> {
          for (SchemaObject object : objects) {
            into.add(item(of, object));
          }
        });
  }

  private TreeItem<SchemaNode> item(InstanceRef of, SchemaObject object) {
    var node = new SchemaNode.Item(object);
    if (object.kind() != SchemaObject.Kind.TABLE && object.kind() != SchemaObject.Kind.VIEW) {
      return new TreeItem<>(node);
    }
    return lazy(
        node,
        () ->
            new Inside(
                schemas.table(of, object.schema(), object.name()),
                object.kind() == SchemaObject.Kind.TABLE
                    ? schemas.references(of, object.schema(), object.name())
                    : List.of()),
        (inside, into) -> inside.fill(object, into));
  }

  /// What lies in a table.
  private record Inside(Optional<TableInfo> table, List<Reference> references) {
    void fill(SchemaObject object, List<TreeItem<SchemaNode>> into) {
      table.ifPresent(
          info -> {
            info.columns()
                .forEach(
                    column ->
                        into.add(
                            leaf(
                                column.name(),
                                column.type() + (column.nullable() ? "" : "  not null"),
                                "mdi2t-table-column",
                                column.name())));
            info.indexes()
                .forEach(
                    index ->
                        into.add(
                            leaf(
                                index.name() + " (" + String.join(", ", index.columns()) + ")",
                                index.unique() ? "unique" : "index",
                                "mdi2k-key-outline",
                                index.name())));
          });
      for (Reference one : references) {
        boolean from = one.table().equals(object.name()) && one.schema().equals(object.schema());
        String words =
            from
                ? "(" + String.join(", ", one.columns()) + ") → " + one.toTable()
                : "referenced by " + one.table() + " (" + String.join(", ", one.columns()) + ")";
        into.add(leaf(words, one.name(), "mdi2l-link-variant", from ? one.toTable() : one.table()));
      }
      if (into.isEmpty()) {
        into.add(note("It is gone, or this account may not see it."));
      }
    }
  }

  private static TreeItem<SchemaNode> leaf(
      String words, String detail, String icon, String inserted) {
    return new TreeItem<>(new SchemaNode.Part(words, detail, icon, inserted));
  }

  private static TreeItem<SchemaNode> note(String words) {
    return new TreeItem<>(new SchemaNode.Note(words));
  }

  private TreeItem<SchemaNode> why(Fault fault) {
    return note(kit.words().of(fault).happened());
  }

  /// Fills the children of a line.
  private interface Filling<T> {
    void fill(T value, List<TreeItem<SchemaNode>> into);
  }

  private <T> TreeItem<SchemaNode> lazy(SchemaNode node, Callable<T> work, Filling<T> filling) {
    var item = new TreeItem<>(node);
    item.getChildren().add(note("Reading…"));
    var asked = new boolean[1];
    item.expandedProperty()
        .addListener(
            (seen, was, is) -> {
              if (is && !asked[0]) {
                asked[0] = true;
                load(item, work, filling, () -> asked[0] = false);
              }
            });
    return item;
  }

  private <T> void load(
      TreeItem<SchemaNode> item, Callable<T> work, Filling<T> filling, Runnable again) {
    var question = new Questions("a level of the schemas");
    open.add(question);
    question.ask(
        work,
        outcome -> {
          open.remove(question);
          var children = new ArrayList<TreeItem<SchemaNode>>();
          switch (outcome) {
            case Outcome.Ok<T> ok -> filling.fill(ok.value(), children);
            case Outcome.Failed<T> failed -> {
              children.add(why(failed.fault()));
              again.run();
            }
          }
          if (children.isEmpty()) {
            children.add(note("Nothing in it."));
          }
          item.getChildren().setAll(children);
          sift();
        });
  }

  /// Opens a database, as if its line was clicked.
  void expand(String database) {
    for (TreeItem<SchemaNode> item : view.getRoot().getChildren()) {
      if (item.getValue() instanceof SchemaNode.Database(String name)
          && name.equalsIgnoreCase(database)) {
        item.setExpanded(true);
        view.scrollTo(Math.max(0, view.getRow(item) - 1));
      }
    }
  }

  /// Selects the first table of an opened database that fits the filter.
  private void sift() {
    String wanted = filter.getText().strip().toLowerCase(Locale.ROOT);
    if (wanted.isEmpty()) {
      view.refresh();
      return;
    }
    for (TreeItem<SchemaNode> database : view.getRoot().getChildren()) {
      for (TreeItem<SchemaNode> item : database.getChildren()) {
        if (database.isExpanded() && fits(item.getValue(), wanted)) {
          view.getSelectionModel().select(item);
          view.scrollTo(Math.max(0, view.getRow(item) - 2));
          view.refresh();
          return;
        }
      }
    }
    view.refresh();
  }

  private static boolean fits(SchemaNode node, String wanted) {
    return node.words().toLowerCase(Locale.ROOT).contains(wanted);
  }

  private Optional<SchemaNode> chosen() {
    return Optional.ofNullable(view.getSelectionModel().getSelectedItem()).map(TreeItem::getValue);
  }

  private static String path(SchemaObject object) {
    return Quote.nameIfNeeded(object.schema(), Dialect.MYSQL)
        + "."
        + Quote.nameIfNeeded(object.name(), Dialect.MYSQL);
  }

  private void definition(SchemaObject object) {
    instance.ifPresent(
        of -> {
          var question = new Questions("definition of " + object.name());
          open.add(question);
          question.ask(
              () -> schemas.ddl(of, object),
              outcome -> {
                open.remove(question);
                switch (outcome) {
                  case Outcome.Ok<String> ok -> hands.definition(object.name(), ok.value());
                  case Outcome.Failed<String> failed ->
                      hands.definition(
                          object.name(), "-- " + kit.words().of(failed.fault()).happened());
                }
              });
        });
  }

  private final class Line extends TreeCell<SchemaNode> {
    Line() {
      // As wide as the tree: what does not fit is cut, not scrolled.
      setPrefWidth(0);
      setOnMouseClicked(
          event -> {
            if (event.getClickCount() == 2
                && getItem() != null
                && !getItem().inserted().isEmpty()) {
              hands.insert(Quote.nameIfNeeded(getItem().inserted(), Dialect.MYSQL));
              event.consume();
            }
          });
      setOnDragDetected(
          event -> {
            if (getItem() != null && !getItem().inserted().isEmpty()) {
              var content = new ClipboardContent();
              content.putString(Quote.nameIfNeeded(getItem().inserted(), Dialect.MYSQL));
              startDragAndDrop(TransferMode.COPY).setContent(content);
              event.consume();
            }
          });
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
      String wanted = filter.getText().strip().toLowerCase(Locale.ROOT);
      var name = new Label(node.words());
      name.getStyleClass()
          .add(
              node instanceof SchemaNode.Note
                      || (!wanted.isEmpty()
                          && node instanceof SchemaNode.Item
                          && !fits(node, wanted))
                  ? "muted"
                  : "schema-name");
      name.setMinWidth(0);
      if (!node.icon().isEmpty()) {
        name.setGraphic(Icons.of(node.icon()));
      }
      var gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      var detail = new Label(node.detail());
      detail.getStyleClass().add("muted");
      detail.setMinWidth(0);
      Node line = new HBox(name, gap, detail);
      line.getStyleClass().add("schema-line");
      setGraphic(line);
      setContextMenu(menu(node));
    }
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
        menu.getItems().add(entry("Show the definition", () -> definition(object)));
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
    databases.close();
    List.copyOf(open).forEach(Questions::close);
    view.setRoot(null);
  }
}
