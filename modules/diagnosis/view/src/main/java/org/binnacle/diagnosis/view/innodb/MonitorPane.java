package org.binnacle.diagnosis.view.innodb;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.binnacle.diagnosis.innodb.Monitor;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.kernel.Severity;

/// The text of InnoDB's monitor: its sections to the left, the chosen one to the right.
final class MonitorPane extends BorderPane {
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());
  private static final String WHOLE = "All of it";

  private final Label heading = new Label();
  private final ListView<String> titles = new ListView<>();
  private final TextArea text = new TextArea();
  private String whole = "";
  private List<Monitor.Part> sections = List.of();

  MonitorPane(Runnable hide) {
    getStyleClass().addAll("session-detail", "monitor-pane");
    heading.getStyleClass().add("heading");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var head =
        new HBox(
            heading,
            gap,
            Icons.button("mdi2c-content-copy", "Copy all of the text", this::copy),
            Icons.button("mdi2c-close", "Hide the text (Esc)", hide));
    head.getStyleClass().add("detail-head");
    head.setAlignment(Pos.CENTER_LEFT);
    text.setEditable(false);
    text.setId("innodb-text");
    text.getStyleClass().addAll("mono", "monitor-text");
    titles.setId("innodb-sections");
    titles.setMinWidth(240);
    titles
        .getSelectionModel()
        .selectedIndexProperty()
        .addListener((seen, was, is) -> choose(is.intValue()));
    var split = new SplitPane(titles, text);
    split.setDividerPositions(0.2);
    SplitPane.setResizableWithParent(titles, false);
    setTop(head);
    setCenter(split);
  }

  void show(Monitor monitor) {
    whole = monitor.text();
    heading.setText(
        "SHOW ENGINE INNODB STATUS of %s at %s"
            .formatted(monitor.instance().name(), AT.format(monitor.at())));
    var names = FXCollections.<String>observableArrayList(WHOLE);
    monitor.sections().forEach(part -> names.add(part.title()));
    sections = monitor.sections();
    titles.setItems(names);
    titles.getSelectionModel().clearAndSelect(0);
    text.setText(whole);
  }

  private void choose(int at) {
    if (at >= 0 && at <= sections.size()) {
      text.setText(at == 0 ? whole : sections.get(at - 1).text());
      text.setScrollTop(0);
    }
  }

  private void copy() {
    var content = new ClipboardContent();
    content.putString(whole);
    Clipboard.getSystemClipboard().setContent(content);
    Toasts.show(this, Severity.OK, "The text is copied");
  }
}
