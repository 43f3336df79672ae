package org.binnacle.review.view.folder;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Icons;
import org.binnacle.kernel.Fault;
import org.binnacle.review.report.FileReport;
import org.binnacle.review.report.FileState;
import org.jspecify.annotations.Nullable;

/// The tree of a folder's scripts with what was found in each.
public final class FolderPane extends BorderPane implements AutoCloseable {
  private final FolderModel model;
  private final TreeView<Entry> tree = new TreeView<>();
  private final Label summary = new Label();
  private final Button act = new Button();
  private final CheckBox onlyBad = new CheckBox("Only with findings");
  private final Map<Path, TreeItem<Entry>> items = new HashMap<>();
  private final InvalidationListener changed = seen -> changed();
  private final ChangeListener<List<Path>> found = (seen, was, is) -> fill();
  private final Consumer<Path> onFile;
  private boolean filling;

  /// A line of the tree.
  ///
  /// @param file nothing for folders
  private record Entry(String name, Optional<Path> file) {}

  /// @param onFile a file was chosen
  /// @param again the review is wanted anew
  public FolderPane(FolderModel model, Consumer<Path> onFile, Runnable again) {
    FxThread.check();
    this.model = model;
    this.onFile = onFile;
    getStyleClass().add("folder-pane");
    tree.setId("review-tree");
    tree.setShowRoot(false);
    tree.getStyleClass().add("dense");
    tree.setCellFactory(view -> new EntryCell());
    tree.getSelectionModel().selectedItemProperty().addListener((seen, was, is) -> chosen(is));
    act.setId("review-folder-act");
    act.setOnAction(
        event -> {
          if (model.isRunning()) {
            model.stop();
          } else {
            again.run();
          }
        });
    onlyBad.setId("review-only-bad");
    onlyBad.setOnAction(event -> fill());
    summary.setId("review-folder-summary");
    summary.setWrapText(true);
    summary.getStyleClass().add("muted");
    var name =
        new Label(String.valueOf(model.folder().getFileName()), Icons.of("mdi2f-folder-outline"));
    name.getStyleClass().add("name");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    act.setMinWidth(Region.USE_PREF_SIZE);
    var line = new HBox(name, gap, act);
    line.setAlignment(Pos.CENTER_LEFT);
    var top = new VBox(line, summary, onlyBad);
    top.getStyleClass().add("folder-head");
    setTop(top);
    setCenter(tree);
    model.edition().addListener(changed);
    model.files().addListener(found);
    fill();
  }

  private void changed() {
    if (onlyBad.isSelected()) {
      fill();
    } else {
      refresh();
    }
  }

  private void chosen(@Nullable TreeItem<Entry> item) {
    if (!filling && item != null) {
      item.getValue().file().ifPresent(onFile);
    }
  }

  /// Makes the tree anew, keeping what is selected.
  private void fill() {
    filling = true;
    TreeItem<Entry> was = tree.getSelectionModel().getSelectedItem();
    Optional<Path> selected = was == null ? Optional.empty() : was.getValue().file();
    items.clear();
    var root = new TreeItem<>(new Entry("", Optional.empty()));
    var folders = new HashMap<Path, TreeItem<Entry>>();
    for (Path file : model.files().get()) {
      if (onlyBad.isSelected() && !isBad(file)) {
        continue;
      }
      Path parent = Optional.ofNullable(file.getParent()).orElse(model.folder());
      var item = new TreeItem<>(new Entry(String.valueOf(file.getFileName()), Optional.of(file)));
      folder(parent, folders, root).getChildren().add(item);
      items.put(file, item);
    }
    tree.setRoot(root);
    selected.map(items::get).ifPresent(item -> tree.getSelectionModel().select(item));
    filling = false;
    refresh();
  }

  private TreeItem<Entry> folder(
      Path folder, Map<Path, TreeItem<Entry>> folders, TreeItem<Entry> root) {
    if (folder.equals(model.folder()) || !folder.startsWith(model.folder())) {
      return root;
    }
    TreeItem<Entry> known = folders.get(folder);
    if (known != null) {
      return known;
    }
    var item = new TreeItem<>(new Entry(String.valueOf(folder.getFileName()), Optional.empty()));
    item.setExpanded(true);
    folders.put(folder, item);
    Path parent = Optional.ofNullable(folder.getParent()).orElse(model.folder());
    folder(parent, folders, root).getChildren().add(item);
    return item;
  }

  private boolean isBad(Path file) {
    return switch (model.of(file)) {
      case FileOutcome.Done(FileReport report) -> FileState.of(report) != FileState.PASSED;
      case FileOutcome.Unread u -> true;
      case FileOutcome.Waiting w -> false;
      case FileOutcome.Running r -> false;
    };
  }

  private void refresh() {
    FxThread.check();
    tree.refresh();
    act.setText(model.isRunning() ? "Stop" : "Review all");
    summary.setText(words());
  }

  private String words() {
    List<FileReport> done = model.reports();
    long errors = done.stream().filter(r -> r.count(org.binnacle.review.Level.ERROR) > 0).count();
    long clean = done.stream().filter(r -> FileState.of(r) == FileState.PASSED).count();
    String counts =
        "%,d of %,d files: %,d with errors, %,d passed"
            .formatted(done.size(), model.files().get().size(), errors, clean);
    if (model.isRunning()) {
      return counts + "; running";
    }
    boolean stopped = model.fault().filter(f -> f.code().equals(Fault.CANCELLED)).isPresent();
    return model.files().get().isEmpty() && !stopped
        ? "There are no .sql files in it."
        : counts + (stopped ? "; stopped" : "");
  }

  /// Selects a file, which opens it.
  public void select(Path file) {
    FxThread.check();
    TreeItem<Entry> item = items.get(file);
    if (item != null) {
      tree.getSelectionModel().select(item);
    }
  }

  private final class EntryCell extends TreeCell<Entry> {
    private final Label name = new Label();
    private final Label badge = new Label();
    private final HBox line;

    EntryCell() {
      badge.getStyleClass().add("folder-badge");
      badge.setMinWidth(Region.USE_PREF_SIZE);
      line = new HBox(name, badge);
      line.getStyleClass().add("folder-line");
      line.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable Entry entry, boolean empty) {
      super.updateItem(entry, empty);
      if (empty || entry == null) {
        setGraphic(null);
        return;
      }
      name.setText(entry.name());
      badge.getStyleClass().setAll("label", "folder-badge");
      if (entry.file().isPresent()) {
        Badge now = Badge.of(model.of(entry.file().get()));
        var icon = Icons.of(now.icon());
        icon.getStyleClass().addAll("tint", now.colour());
        name.setGraphic(icon);
        badge.setText(now.words());
        badge.getStyleClass().addAll("tint", now.colour());
      } else {
        name.setGraphic(Icons.of("mdi2f-folder-outline"));
        badge.setText("");
      }
      setGraphic(line);
    }
  }

  @Override
  public void close() {
    model.edition().removeListener(changed);
    model.files().removeListener(found);
    model.close();
  }
}
