package org.binnacle.diagnosis.view.instance;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.sheet.Sheet;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Severity;

/// Every statement that was sent to watch the instances, to be read, copied and run elsewhere.
public final class SqlUsedSheet {
  private SqlUsedSheet() {}

  /// @param anywhere a node of the window
  public static void open(Kit kit, List<InstanceRef> instances, Node anywhere) {
    FxThread.check();
    var area = SqlArea.reader();
    area.wrap(true);
    area.show(kit.diagnosis().sqlUsed(instances));
    VBox.setVgrow(area, Priority.ALWAYS);
    var about =
        new Label(
            "What Binnacle asked to watch "
                + (instances.size() == 1
                    ? instances.getFirst().name()
                    : "%,d instances".formatted(instances.size()))
                + " since it connected. Each statement is read-only and bounded; values that are"
                + " bound stand as ?.");
    about.setWrapText(true);
    about.setMinHeight(Region.USE_PREF_SIZE);
    about.getStyleClass().add("muted");
    var body = new VBox(about, area);
    body.getStyleClass().add("sql-used");
    VBox.setVgrow(body, Priority.ALWAYS);
    area.setPrefHeight(2_000);
    Sheet.titled("The SQL that was used")
        .body(body)
        .wide()
        .back("Close")
        .act(
            "Copy all of it",
            Sheet.Kind.USUAL,
            open -> {
              var content = new ClipboardContent();
              content.putString(area.text());
              Clipboard.getSystemClipboard().setContent(content);
              Toasts.show(anywhere, Severity.OK, "The statements are copied");
            })
        .onClose(area::close)
        .open(anywhere);
  }
}
