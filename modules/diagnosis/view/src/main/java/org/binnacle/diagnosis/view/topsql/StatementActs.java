package org.binnacle.diagnosis.view.topsql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.binnacle.diagnosis.topsql.StatementKey;
import org.binnacle.diagnosis.topsql.StatementText;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.diagnosis.view.instance.Scope;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Severity;

/// What a user can do with the selected statements: copy, explain, take to a worksheet, export.
final class StatementActs {
  private final Kit kit;
  private final Node anywhere;
  private final Function<StatementKey, InstanceRef> home;
  private final Runnable export;

  /// @param home the instance on which a statement is explained
  StatementActs(
      Scope scope, Node anywhere, Function<StatementKey, InstanceRef> home, Runnable export) {
    this.kit = scope.kit();
    this.anywhere = anywhere;
    this.home = home;
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
    if (live && rows.size() == 1 && first.text().explainable() && kit.explains().possible()) {
      items.add(item("Explain the sample...", () -> explain(first)));
    }
    if (live && rows.size() == 1 && !first.sql().isEmpty()) {
      items.add(
          item(
              "Open in a worksheet",
              () ->
                  kit.doors()
                      .worksheet(home.apply(first.key()), first.key().schema(), first.sql())));
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
        .statement(home.apply(statement.key()), statement.key().schema(), statement.sql());
  }
}
