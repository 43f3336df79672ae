package org.binnacle.review.view.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.table.FillColumn;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.kernel.Settings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.report.Comparison;
import org.binnacle.review.report.FileState;

/// The table of findings under its chips.
final class FindingsPane extends BorderPane implements AutoCloseable {
  private static final String GROUPING = "review.grouping";

  private final ReviewModel model;
  private final Settings settings;
  private final Hands hands;
  private final Chips chips;
  private final ChoiceBox<Grouping> grouping = new ChoiceBox<>();
  private final TextField filter = new TextField();
  private final Label note = new Label();
  private final SourceBar source;
  private final LiveTable<Row, Row.Key> table;
  private String asking = "";
  private boolean refreshing;
  private boolean closed;

  /// What the pane asks of its panel.
  interface Hands extends SourceBar.Hands {
    /// The row that was chosen, empty for none.
    void chosen(Optional<Row> row);

    /// The keyboard goes to the row's place in the text.
    void open(Row row);

    /// Items of a row's menu.
    List<MenuItem> menu(List<Row> rows);

    /// Ways to run the rules that could not.
    List<MenuItem> remedies(Set<Need> missing);
  }

  FindingsPane(ReviewModel model, Settings settings, Hands hands) {
    FxThread.check();
    this.model = model;
    this.settings = settings;
    this.hands = hands;
    chips = new Chips(new ChipHands());
    source = new SourceBar(hands);
    table = new LiveTable<>("review.findings", Row::key, RowColumns.all(), settings);
    table.states(Row::states);
    table.sortBefore(Row::byGroup);
    table.onOpen(hands::open);
    table.menu(hands::menu);
    FillColumn.attach(table.view(), "message", 220);
    table
        .selection()
        .addListener(
            (seen, was, is) ->
                hands.chosen(is.isEmpty() ? Optional.empty() : Optional.of(is.getFirst())));
    note.setWrapText(true);
    note.setMaxWidth(Double.MAX_VALUE);
    note.getStyleClass().add("review-note");
    note.managedProperty().bind(note.visibleProperty());
    getStyleClass().add("findings-pane");
    setTop(new VBox(chips, tools()));
    setCenter(table.view());
    setBottom(new VBox(note, source));
    refresh();
  }

  private final class ChipHands implements Chips.Hands {
    @Override
    public void levels(Set<Level> shown) {
      model.view(model.view().only(shown));
    }

    @Override
    public void silent(boolean too) {
      model.view(model.view().silent(too));
    }

    @Override
    public List<MenuItem> remedies(Set<Need> missing) {
      return hands.remedies(missing);
    }
  }

  private Node tools() {
    grouping.getItems().setAll(Grouping.values());
    grouping.setId("review-grouping");
    Grouping kept =
        settings
            .get(GROUPING)
            .flatMap(
                name -> grouping.getItems().stream().filter(g -> g.name().equals(name)).findFirst())
            .orElse(Grouping.STATEMENT);
    grouping.setValue(kept);
    model.view(model.view().grouping(kept));
    grouping
        .valueProperty()
        .addListener(
            (seen, was, is) -> {
              settings.put(GROUPING, is.name());
              model.view(model.view().grouping(is));
            });
    filter.setId("review-filter");
    filter.setPromptText("Filter by rule, object or words");
    filter
        .textProperty()
        .addListener((seen, was, is) -> model.view(model.view().filter(is == null ? "" : is)));
    HBox.setHgrow(filter, Priority.ALWAYS);
    var line = new HBox(filter, grouping);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("review-tools");
    return line;
  }

  LiveTable<Row, Row.Key> table() {
    return table;
  }

  TextField filter() {
    return filter;
  }

  /// A server is being asked.
  ///
  /// @param words what of it; empty where none is
  void asking(String words) {
    FxThread.check();
    asking = words;
    refreshSoon();
  }

  /// Shows what the model has, once for all that changes at a time.
  void refreshSoon() {
    FxThread.check();
    if (!refreshing) {
      refreshing = true;
      FxThread.later(
          () -> {
            refreshing = false;
            if (!closed) {
              refresh();
            }
          });
    }
  }

  private void refresh() {
    Arranged now = model.arranged().get();
    chips.show(
        asking.isEmpty() ? verdict(now) : asking + "…", model.reviewed().get().isPresent(), now);
    note(now.rows());
    source.show(model.reviewed().get());
    table.rows(now.rows().rows());
    if (now.rows().rows().isEmpty()) {
      table.whenEmpty(placeholder());
    }
  }

  private String verdict(Arranged now) {
    return switch (model.state().get()) {
      case IDLE -> "";
      case REVIEWING -> "reviewing…";
      case STOPPED -> "stopped";
      case FAILED -> "not reviewed";
      case DONE ->
          now.comparison()
              .map(
                  c ->
                      "%,d new, %,d unchanged, %,d fixed"
                          .formatted(
                              c.count(Comparison.State.NEW),
                              c.count(Comparison.State.UNCHANGED),
                              c.fixed().size()))
              .orElseGet(
                  () ->
                      model.reviewed().get().map(r -> FileState.of(r.report()).words()).orElse(""));
    };
  }

  private void note(Rows rows) {
    var words = new ArrayList<String>();
    if (rows.cut() > 0) {
      words.add(
          "The first %,d findings; an export has the other %,d too."
              .formatted(Rows.MOST, rows.cut()));
    }
    if (model.reviewed().get().filter(Reviewed::head).isPresent()) {
      words.add("Only the beginning was looked at yet.");
    }
    note.setText(String.join(" ", words));
    note.setVisible(!words.isEmpty());
  }

  private Node placeholder() {
    return switch (model.state().get()) {
      case IDLE ->
          Placeholder.of(
              "mdi2t-text-box-check-outline",
              "Nothing was reviewed yet",
              "Type or paste SQL, or open a file or a folder. No server is needed.");
      case REVIEWING ->
          model.reviewed().get().isEmpty() ? Placeholder.loading("Reviewing…") : passed();
      case STOPPED ->
          Placeholder.of("mdi2s-stop-circle-outline", "The review was stopped", "F5 begins anew.");
      case FAILED ->
          Placeholder.of(
              "mdi2a-alert-circle-outline", "It was not reviewed", "The message above says why.");
      case DONE -> passed();
    };
  }

  private Node passed() {
    int hidden = model.rows().hidden();
    if (hidden > 0) {
      return Placeholder.of(
          "mdi2f-filter-outline",
          "No finding passes the filter",
          "%,d are hidden by the filter or the level chips.".formatted(hidden),
          "Show all",
          this::showAll);
    }
    boolean none = model.reviewed().get().map(r -> r.report().statements().isEmpty()).orElse(true);
    return none
        ? Placeholder.of(
            "mdi2t-text-box-outline", "There is no statement", "The text holds no SQL.")
        : Placeholder.of(
            "mdi2c-check-circle-outline",
            "Nothing found",
            "All rules that could run have nothing to say.");
  }

  private void showAll() {
    filter.clear();
    chips.selectAll();
  }

  @Override
  public void close() {
    closed = true;
    table.close();
  }
}
