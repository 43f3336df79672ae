package org.binnacle.explain.view.plan;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.binnacle.fxkit.Icons;

/// What stands where a plan would be: how to get one.
final class EmptyPlan {
  private EmptyPlan() {}

  static Node of(Runnable paste, Runnable file, Runnable sample) {
    var heading = new Label("Paste a plan here: Ctrl+V");
    heading.getStyleClass().add("heading");
    var words =
        new Label(
            "Any output of EXPLAIN from any MySQL or MariaDB, as it is: with the client's frame, \\G"
                + " or prompt around it. The format is recognised by itself. A file can be dropped"
                + " on this page.");
    words.getStyleClass().add("muted");
    words.setWrapText(true);
    words.setMaxWidth(560);
    var clipboard = new Button("Open from the clipboard", Icons.of("mdi2c-content-paste"));
    clipboard.getStyleClass().add("accent");
    clipboard.setOnAction(event -> paste.run());
    var open = new Button("Open a file…", Icons.of("mdi2f-folder-open-outline"));
    open.setOnAction(event -> file.run());
    var look = new Button("Look at a sample");
    look.getStyleClass().add("flat");
    look.setOnAction(event -> sample.run());
    var buttons = new HBox(clipboard, open, look);
    buttons.getStyleClass().add("plan-empty-buttons");
    buttons.setAlignment(Pos.CENTER);
    var grid = new GridPane();
    grid.getStyleClass().add("key-grid");
    grid.setAlignment(Pos.CENTER);
    int row = 0;
    for (String[] way :
        new String[][] {
          {
            "EXPLAIN ANALYZE SELECT …", "what happened; runs the statement (MySQL 8.0.18 and newer)"
          },
          {"EXPLAIN FORMAT=TREE SELECT …", "what is expected (MySQL 8.0.16 and newer)"},
          {"EXPLAIN FORMAT=JSON SELECT …", "with costs (MySQL 5.6 and newer, MariaDB)"},
          {"ANALYZE FORMAT=JSON SELECT …", "what happened (MariaDB); runs the statement"},
          {"EXPLAIN FORMAT=JSON FOR CONNECTION 4711", "of a statement that runs now"}
        }) {
      var command = new Label(way[0]);
      command.getStyleClass().add("key");
      var says = new Label(way[1]);
      says.getStyleClass().add("muted");
      grid.addRow(row++, command, says);
    }
    var box = new VBox(Icons.of("mdi2f-file-tree-outline"), heading, words, buttons, grid);
    box.getStyleClass().addAll("placeholder-box", "plan-empty");
    box.setAlignment(Pos.CENTER);
    return box;
  }
}
