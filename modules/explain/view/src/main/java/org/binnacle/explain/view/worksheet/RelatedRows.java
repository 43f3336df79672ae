package org.binnacle.explain.view.worksheet;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import org.binnacle.explain.schema.Reference;
import org.binnacle.explain.view.ExplainPanels;
import org.binnacle.explain.view.Kit;
import org.binnacle.explain.worksheet.Cell;
import org.binnacle.explain.worksheet.Head;
import org.binnacle.explain.worksheet.RowLink;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Severity;

/// From a row to those that foreign keys lead to: a menu of them, each opens in a worksheet of its
/// own. Keys are asked of the row's own server when the menu is wanted.
final class RelatedRows implements AutoCloseable {
  /// More tables than these have no key that is asked for.
  private static final int TABLES = 6;

  private static final int LISTED = 30;
  private static final int WIDEST = 70;

  private final Kit kit;
  private final ExplainPanels panels;
  private final List<InstanceRef> instances;
  private final TableView<GridRow> view;
  private final MessageBar message;
  private final Supplier<List<Head>> heads;
  private final Questions keys = new Questions("foreign keys of a row");

  /// @param instances where the rows may be from
  RelatedRows(
      Kit kit,
      ExplainPanels panels,
      List<InstanceRef> instances,
      TableView<GridRow> view,
      MessageBar message,
      Supplier<List<Head>> heads) {
    this.kit = kit;
    this.panels = panels;
    this.instances = instances;
    this.view = view;
    this.message = message;
    this.heads = heads;
  }

  /// The table and schema of columns.
  private record Place(String schema, String table) {}

  /// Asks for the keys of the selected row and shows where they lead.
  void show() {
    int at = view.getSelectionModel().getSelectedIndex();
    if (at < 0) {
      message.show(Severity.NOTICE, "Select a row first.");
      return;
    }
    List<Cell> row = ((PagedRows) view.getItems()).whole(at).cells();
    Optional<InstanceRef> from = instance(row);
    var places = new LinkedHashSet<Place>();
    for (Head head : heads.get()) {
      if (!head.table().isEmpty() && !head.schema().isEmpty() && places.size() < TABLES) {
        places.add(new Place(head.schema(), head.table()));
      }
    }
    if (from.isEmpty() || places.isEmpty()) {
      nothing();
      return;
    }
    message.clear();
    keys.ask(
        () -> {
          var all = new ArrayList<Reference>();
          for (Place place : places) {
            all.addAll(
                kit.live()
                    .orElseThrow()
                    .schemas()
                    .references(from.get(), place.schema(), place.table()));
          }
          return RowLink.of(all, heads.get(), row);
        },
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<List<RowLink>> ok when ok.value().isEmpty() -> nothing();
            case Outcome.Ok<List<RowLink>> ok -> menu(from.get(), ok.value());
            case Outcome.Failed<List<RowLink>> failed -> message.show(failed.fault(), kit.words());
          }
        });
  }

  private void nothing() {
    message.show(
        Severity.NOTICE, "No foreign key leads from this row or to it, as far as it is shown.");
  }

  /// Merged rows have the instance's name in the first column.
  private Optional<InstanceRef> instance(List<Cell> row) {
    return instances.size() == 1
        ? Optional.of(instances.getFirst())
        : instances.stream()
            .filter(one -> !row.isEmpty() && one.name().equals(row.getFirst().shown()))
            .findFirst();
  }

  private void menu(InstanceRef from, List<RowLink> links) {
    var menu = new ContextMenu();
    menu.setId("related-rows");
    for (RowLink link : links.subList(0, Math.min(LISTED, links.size()))) {
      String words =
          link.back()
              ? "Rows of %s with %s".formatted(link.table(), link.condition())
              : "%s with %s".formatted(link.table(), link.condition());
      String line = ResultCell.line(words);
      var item =
          new MenuItem(
              line.length() > WIDEST ? line.substring(0, WIDEST) + "…" : line,
              Icons.of(link.back() ? "mdi2a-arrow-left" : "mdi2a-arrow-right"));
      item.setMnemonicParsing(false);
      item.setOnAction(event -> panels.rows(from, link.sql()));
      menu.getItems().add(item);
    }
    Bounds place = view.localToScreen(view.getBoundsInLocal());
    menu.show(view, place.getMinX() + 60, place.getMinY() + 40);
  }

  @Override
  public void close() {
    keys.close();
  }
}
