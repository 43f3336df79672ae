package org.binnacle.app.window;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Panel;
import org.binnacle.kernel.Settings;
import org.jspecify.annotations.Nullable;

/// The help: topics at the left with a search over all texts, the chosen one at the right.
final class HelpPanel implements Panel {
  private static final String LAST = "help.topic";

  private final Settings settings;
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("Help");
  private final List<HelpTopic> topics = HelpTopic.all();
  private final TextField search = new TextField();
  private final ListView<HelpTopic> list = new ListView<>();
  private final ScrollPane page = new ScrollPane();
  private final SplitPane split;

  HelpPanel(Settings settings) {
    FxThread.check();
    this.settings = settings;
    search.setPromptText("Search the help");
    search.setAccessibleText("Search the help");
    search.setId("help-search");
    search.textProperty().addListener((seen, was, is) -> find(is));
    list.getStyleClass().add("dense");
    list.setFixedCellSize(28);
    list.setId("help-topics");
    list.setPlaceholder(new Label("No topic tells of this"));
    list.setCellFactory(view -> new TopicCell());
    list.getItems().setAll(topics);
    list.getSelectionModel().selectedItemProperty().addListener((seen, was, is) -> show(is));
    page.setFitToWidth(true);
    page.setId("help-page");
    var left = new VBox(search, list);
    left.getStyleClass().add("help-left");
    VBox.setVgrow(list, Priority.ALWAYS);
    split = new SplitPane(left, page);
    split.setDividerPositions(0.24);
    SplitPane.setResizableWithParent(left, false);
    topic(settings.get(LAST).orElse("start"));
  }

  /// Opens a topic; the first one where there is none of this id.
  void topic(String id) {
    FxThread.check();
    search.clear();
    topics.stream()
        .filter(topic -> topic.id().equals(id))
        .findFirst()
        .or(() -> topics.stream().findFirst())
        .ifPresent(topic -> list.getSelectionModel().select(topic));
  }

  @Override
  public String id() {
    return "help";
  }

  @Override
  public ObservableValue<String> title() {
    return title.getReadOnlyProperty();
  }

  @Override
  public String icon() {
    return "mdi2h-help-circle-outline";
  }

  @Override
  public Node node() {
    return split;
  }

  @Override
  public void focus() {
    search.requestFocus();
  }

  @Override
  public void close() {}

  private void find(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    list.getItems()
        .setAll(
            topics.stream()
                .filter(topic -> topic.markdown().toLowerCase(Locale.ROOT).contains(wanted))
                .toList());
    list.getSelectionModel().selectFirst();
  }

  private void show(@Nullable HelpTopic topic) {
    if (topic != null) {
      page.setContent(new Markdown(this::follow).render(topic.markdown()));
      page.setVvalue(0);
      settings.put(LAST, topic.id());
    }
  }

  /// Links between topics are `other.md`; others lead nowhere, since the help is meant to be read
  /// without a network.
  private void follow(String target) {
    if (target.endsWith(".md")) {
      topic(target.substring(0, target.length() - 3));
    }
  }

  private static final class TopicCell extends ListCell<HelpTopic> {
    @Override
    protected void updateItem(@Nullable HelpTopic topic, boolean empty) {
      super.updateItem(topic, empty);
      setText(empty || topic == null ? null : topic.title());
    }
  }
}
