package org.binnacle.inventory.view;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.binnacle.fxkit.Command;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.PaletteSource;
import org.binnacle.fxkit.query.QueryField;
import org.binnacle.fxkit.query.QueryKey;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.inventory.Field;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.Inventory;
import org.binnacle.kernel.Settings;
import org.binnacle.kernel.Words;

/// The fleet beside the tabs: a tree of groups and instances with search and marks. All methods on
/// the FX thread.
public final class FleetNavigator implements AutoCloseable, PaletteSource {
  private final Inventory inventory;
  private final FleetActions actions;
  private final FleetModel model;
  private final FleetTreeView tree;
  private final FleetMenu menu;
  private final QueryField query;
  private final Label count = new Label();
  private final Label mistake = new Label();
  private final MessageBar message = new MessageBar();
  private final MenuButton groupBy = new MenuButton();
  private final BorderPane root = new BorderPane();
  private final EmptyFleet empty;
  private final ChangeListener<List<FleetEntry>> changed = (seen, was, is) -> follow();

  /// @param sheets opens the editor, import and discovery
  public FleetNavigator(
      Inventory inventory,
      FleetActions actions,
      FleetSheets sheets,
      Settings settings,
      Words words) {
    FxThread.check();
    this.inventory = inventory;
    this.actions = actions;
    this.model = new FleetModel(inventory, settings, words);
    this.tree = new FleetTreeView(inventory, model);
    var acts = new FleetActs(inventory, actions, sheets, tree, root, message, words);
    this.menu = new FleetMenu(inventory, tree, acts);
    this.empty = new EmptyFleet(actions, sheets);
    this.query =
        new QueryField(
            "fleet.query",
            "Search: shop tag:eu -role:backup",
            keys(),
            model::check,
            this::search,
            settings);
    build(sheets);
    model.entries().addListener(changed);
    follow();
  }

  public Node node() {
    return root;
  }

  /// Shows what is known of the instances; those not in the map are shown as unknown. Call it as
  /// often as something changes, not more than once a frame.
  public void marks(Map<UUID, Mark> marks) {
    model.marks(marks);
  }

  /// Searches as if it had been typed, such as from the palette.
  public void query(String selector) {
    FxThread.check();
    query.text().set(selector);
  }

  public void focusSearch() {
    query.requestFocus();
  }

  public void focusTree() {
    tree.node().requestFocus();
  }

  /// Selects the instance in the tree and scrolls to it.
  public void reveal(UUID id) {
    tree.reveal(id);
  }

  public List<Instance> selected() {
    return tree.instances();
  }

  /// For the menus, the palette and the page of shortcuts.
  public List<Command> commands() {
    return menu.commands();
  }

  /// The instances, for the command palette.
  @Override
  public List<PaletteSource.Entry> entries() {
    return inventory.instances().stream()
        .map(
            instance ->
                new PaletteSource.Entry(
                    "instance",
                    instance.name(),
                    String.join(
                        " ",
                        instance.address(),
                        instance.environment(),
                        instance.cluster(),
                        String.join(" ", instance.tags())),
                    "mdi2d-database-outline",
                    "",
                    () -> actions.open(instance)))
        .toList();
  }

  @Override
  public void close() {
    FxThread.check();
    model.entries().removeListener(changed);
    query.close();
    tree.close();
    menu.close();
    model.close();
  }

  private void build(FleetSheets sheets) {
    root.getStyleClass().add("fleet");
    root.getStylesheets().add(Themes.css("fleet"));
    root.setId("fleet");
    var title = new Label("Fleet");
    title.getStyleClass().add("heading");
    count.getStyleClass().add("muted");
    count.setId("fleet-count");
    count.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(count, Priority.ALWAYS);
    groupBy.setGraphic(Icons.of("mdi2f-file-tree-outline"));
    groupBy.getStyleClass().add("icon-button");
    groupBy.setTooltip(new Tooltip("Group by"));
    groupBy.setAccessibleText("Group by");
    groupBy.setId("fleet-group");
    groupBy.showingProperty().addListener((seen, was, is) -> groupings(is));
    groupings(true);
    var add = Icons.button("mdi2p-plus", "Add an instance", () -> sheets.add(root));
    add.setId("fleet-add");
    var more = Icons.button("mdi2i-import", "Import instances", () -> sheets.importFiles(root));
    var head = new HBox(title, count, more, groupBy, add);
    head.getStyleClass().add("fleet-head");
    head.setAlignment(Pos.CENTER_LEFT);
    mistake.getStyleClass().add("fleet-mistake");
    mistake.setWrapText(true);
    mistake.managedProperty().bind(mistake.visibleProperty());
    mistake.setVisible(false);
    query.text().addListener((seen, was, is) -> mistaken());
    var top = new VBox(head, query, mistake, message);
    top.getStyleClass().add("fleet-top");
    root.setTop(top);
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.F && event.isShortcutDown()) {
      focusSearch();
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN && query.isFocusWithin() && !event.isConsumed()) {
      focusTree();
      event.consume();
    } else if (!query.isFocusWithin() && menu.pressed(event)) {
      event.consume();
    }
  }

  /// The bar is too narrow for the words of a mistake: they stand below it.
  private void mistaken() {
    mistake.setText(query.mistake());
    mistake.setVisible(!query.mistake().isEmpty());
  }

  private void search(String text) {
    model.query(text);
  }

  private void groupings(boolean showing) {
    if (!showing) {
      return;
    }
    var items = new java.util.ArrayList<MenuItem>();
    choice(items, "Business and cluster", FleetModel.USUAL);
    for (String key : List.of("environment", "region", "role", "business", "cluster", "tags")) {
      choice(
          items,
          key.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + key.substring(1),
          List.of(key));
    }
    items.add(new SeparatorMenuItem());
    inventory.instances().stream()
        .limit(5_000)
        .flatMap(instance -> instance.tags().stream())
        .filter(tag -> tag.contains("="))
        .map(tag -> tag.substring(0, tag.indexOf('=')))
        .distinct()
        .sorted()
        .limit(20)
        .forEach(key -> choice(items, "Tag " + key, List.of("tag:" + key)));
    choice(items, "Nothing (one list)", List.of());
    groupBy.getItems().setAll(items);
  }

  private void choice(List<MenuItem> items, String words, List<String> keys) {
    var item = new CheckMenuItem(words);
    item.setSelected(model.levels().equals(keys));
    item.setOnAction(event -> model.groupBy(keys));
    items.add(item);
  }

  private void follow() {
    boolean none = model.total() == 0;
    root.setCenter(none ? empty.node() : tree.pane());
    query.setVisible(!none);
    query.setManaged(!none);
    count.setText(
        none
            ? ""
            : model.searching()
                ? "%,d of %,d".formatted(model.shown(), model.total())
                : "%,d".formatted(model.total()));
    tree.nothing(model.searching() && model.shown() == 0);
  }

  private static List<QueryKey> keys() {
    return Arrays.stream(
            new Field[] {
              Field.ENVIRONMENT,
              Field.CLUSTER,
              Field.BUSINESS,
              Field.REGION,
              Field.ROLE,
              Field.TAGS,
              Field.HOST,
              Field.USER
            })
        .map(field -> QueryKey.of(field == Field.TAGS ? "tag" : field.key(), "the " + field.key()))
        .toList();
  }
}
