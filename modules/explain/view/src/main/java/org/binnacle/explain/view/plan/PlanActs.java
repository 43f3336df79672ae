package org.binnacle.explain.view.plan;

import java.util.ArrayList;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import org.binnacle.explain.mouth.Mouth;
import org.binnacle.explain.mouth.Told;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.kernel.Severity;

/// Copying and exporting a plan. On the FX thread.
final class PlanActs {
  private final PlanModel model;
  private final PlanFiles files;

  PlanActs(PlanModel model, PlanFiles files) {
    this.model = model;
    this.files = files;
  }

  /// The menu of exports.
  MenuButton menu() {
    var menu = new MenuButton("Export");
    menu.setId("plan-export");
    menu.setMinWidth(Region.USE_PREF_SIZE);
    menu.setGraphic(Icons.of("mdi2e-export"));
    var items = new ArrayList<MenuItem>();
    for (PlanFiles.Kind kind : PlanFiles.kinds()) {
      if (kind instanceof PlanFiles.Drawn && items.getLast().getText().startsWith("Text")) {
        items.add(new SeparatorMenuItem());
      }
      items.add(
          item(kind.words(), () -> model.opened().get().ifPresent(plan -> files.save(kind, plan))));
    }
    items.add(new SeparatorMenuItem());
    items.add(item("Copy as Markdown", () -> copy(Mouth.MARKDOWN)));
    items.add(item("Copy as text", () -> copy(Mouth.TREE)));
    menu.getItems().setAll(items);
    return menu;
  }

  private static MenuItem item(String words, Runnable action) {
    var item = new MenuItem(words);
    item.setOnAction(event -> action.run());
    return item;
  }

  /// The selected step to the clipboard.
  void copyStep(Node anywhere) {
    model
        .opened()
        .get()
        .ifPresent(
            plan ->
                model
                    .step()
                    .ifPresent(
                        node -> {
                          put(StepText.copy(node, plan.weights()));
                          Toasts.show(anywhere, Severity.OK, "The step is copied.");
                        }));
  }

  private void copy(Mouth mouth) {
    model
        .opened()
        .get()
        .map(plan -> new Told(plan.plan(), plan.findings(), Optional.empty()))
        .ifPresent(told -> put(mouth.tell(told)));
  }

  private static void put(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
