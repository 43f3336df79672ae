package org.binnacle.diagnosis.view.topsql;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.binnacle.diagnosis.topsql.StatementKey;
import org.binnacle.diagnosis.topsql.StatementText;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.diagnosis.view.instance.Scope;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.kernel.Severity;

/// What a user can do with the selected statements: copy, explain, take to a worksheet, export.
final class StatementActs {
  private final Scope scope;
  private final Kit kit;
  private final Node anywhere;
  private final Runnable export;

  StatementActs(Scope scope, Node anywhere, Runnable export) {
    this.scope = scope;
    this.kit = scope.kit();
    this.anywhere = anywhere;
    this.export = export;
  }

  /// A statement of either table.
  record Statement(StatementKey key, StatementText text) {
    String words() {
      return text.text().isEmpty() ? "digest " + key.digest() : text.text();
    }

    String sql() {
      return text.sample().isEmpty() ? text.text() : text.sample();
    }
  }

  List<MenuItem> menu(List<Statement> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    var items = new ArrayList<MenuItem>();
    items.add(item("Copy statement", () -> copy(rows)));
    Statement first = rows.getFirst();
    boolean live = kit.recorded().isEmpty();
    if (live && rows.size() == 1 && !first.text().sample().isEmpty() && kit.explains().possible()) {
      items.add(item("Explain the sample...", () -> explain(first)));
    }
    if (live && rows.size() == 1 && !first.sql().isEmpty()) {
      items.add(
          item(
              "Open in a worksheet",
              () ->
                  kit.doors()
                      .worksheet(scope.instances().getFirst(), first.key().schema(), first.sql())));
    }
    items.add(item("Export the rows...   (x)", export));
    return items;
  }

  private static MenuItem item(String words, Runnable action) {
    var item = new MenuItem(words);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> action.run());
    return item;
  }

  private void copy(List<Statement> rows) {
    var content = new ClipboardContent();
    content.putString(String.join(";\n", rows.stream().map(Statement::words).toList()));
    Clipboard.getSystemClipboard().setContent(content);
    Toasts.show(anywhere, Severity.OK, "Statement copied");
  }

  void explain(Statement statement) {
    kit.explains()
        .statement(scope.instances().getFirst(), statement.key().schema(), statement.sql());
  }
}
