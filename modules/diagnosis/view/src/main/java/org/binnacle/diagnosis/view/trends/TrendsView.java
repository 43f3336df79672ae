package org.binnacle.diagnosis.view.trends;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.binnacle.diagnosis.pulse.SharedPulse;
import org.binnacle.diagnosis.trend.Metric;
import org.binnacle.diagnosis.view.instance.InstanceView;
import org.binnacle.diagnosis.view.instance.Scope;
import org.binnacle.diagnosis.watch.MergedWatch;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Ticker;
import org.binnacle.fxkit.chart.ChartMark;
import org.binnacle.fxkit.chart.TimeChart;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/// Charts of one instance's figures: ten minutes second by second, up to thirty days minute by
/// minute, with the same time of yesterday or last week behind. While it is in front the instance
/// is looked at each second.
public final class TrendsView implements InstanceView {
  private static final String SPAN = "trends.span";
  private static final String OVERLAY = "trends.overlay";
  private static final Duration CLOSE = Duration.ofSeconds(1);
  private static final List<Metric> SHOWN =
      List.of(
          Metric.ACTIVE,
          Metric.QPS,
          Metric.CONNECTED,
          Metric.TPS,
          Metric.WAITS,
          Metric.LAG,
          Metric.HISTORY,
          Metric.DISK_TABLES,
          Metric.SENT,
          Metric.TOOK);

  private final Scope scope;
  private final BorderPane root = new BorderPane();
  private final ChoiceBox<TimeSpan> span = new ChoiceBox<>();
  private final ChoiceBox<Overlay> overlay = new ChoiceBox<>();
  private final ChoiceBox<String> instance = new ChoiceBox<>();
  private final Label note = new Label();
  private final List<TimeChart> charts = new ArrayList<>();
  private final Questions questions = new Questions("course of figures");
  private final Ticker clock = new Ticker(Duration.ofSeconds(1), this::tick);
  private Optional<SharedPulse.Joined> joined = Optional.empty();
  private @Nullable MergedWatch watch;
  private long ticks;

  public TrendsView(Scope scope) {
    FxThread.check();
    this.scope = scope;
    span.getItems().setAll(TimeSpan.values());
    span.setValue(remembered());
    span.setId("trends-span");
    overlay.getItems().setAll(Overlay.values());
    overlay.setValue(rememberedOverlay());
    overlay.setId("trends-overlay");
    instance.getItems().setAll(scope.instances().stream().map(InstanceRef::name).toList());
    instance.getSelectionModel().select(0);
    instance.setVisible(scope.merged());
    instance.setManaged(scope.merged());
    span.valueProperty().addListener(seen -> changed());
    overlay.valueProperty().addListener(seen -> changed());
    instance.valueProperty().addListener(seen -> changed());
    note.getStyleClass().add("muted");
    var bar = new HBox(instance, span, overlay, note);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("trends-bar");
    root.setTop(bar);
    root.getStyleClass().add("trends-view");
    root.getStylesheets().add(Themes.css("trends"));
    var scroll = new ScrollPane(grid());
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("facts-scroll");
    root.setCenter(scroll);
  }

  private GridPane grid() {
    var grid = new GridPane();
    grid.getStyleClass().add("trends-grid");
    for (int i = 0; i < 2; i++) {
      var half = new ColumnConstraints();
      half.setPercentWidth(50);
      half.setHgrow(Priority.ALWAYS);
      grid.getColumnConstraints().add(half);
    }
    for (int i = 0; i < SHOWN.size(); i++) {
      var title = new Label(SHOWN.get(i).title());
      title.getStyleClass().add("preview-head");
      var chart = new TimeChart();
      chart.setPrefHeight(132);
      charts.add(chart);
      grid.add(new VBox(title, chart), i % 2, i / 2);
    }
    return grid;
  }

  private TimeSpan remembered() {
    return scope
        .kit()
        .settings()
        .get(SPAN)
        .flatMap(
            name ->
                List.of(TimeSpan.values()).stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst())
        .orElse(TimeSpan.MINUTES);
  }

  private Overlay rememberedOverlay() {
    return scope
        .kit()
        .settings()
        .get(OVERLAY)
        .flatMap(
            name ->
                List.of(Overlay.values()).stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst())
        .orElse(Overlay.NONE);
  }

  private void changed() {
    scope.kit().settings().put(SPAN, span.getValue().name());
    scope.kit().settings().put(OVERLAY, overlay.getValue().name());
    overlay.setDisable(span.getValue() == TimeSpan.MINUTES);
    if (joined.isPresent()) {
      focus(chosen());
    }
    read();
  }

  private InstanceRef chosen() {
    return scope.instances().get(Math.max(0, instance.getSelectionModel().getSelectedIndex()));
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void shown() {
    if (joined.isEmpty()) {
      joined = Optional.of(scope.kit().diagnosis().fleet().join(state -> {}));
      focus(chosen());
    }
    overlay.setDisable(span.getValue() == TimeSpan.MINUTES);
    clock.play();
    read();
  }

  /// An instance that is watched is looked at each second, which fills its ten minutes.
  private void focus(InstanceRef one) {
    unfocus();
    watch = scope.kit().diagnosis().watch(List.of(one), CLOSE, merged -> {});
  }

  private void unfocus() {
    MergedWatch last = watch;
    watch = null;
    if (last != null) {
      last.close();
    }
  }

  @Override
  public void hidden() {
    clock.stop();
    unfocus();
    joined.ifPresent(SharedPulse.Joined::close);
    joined = Optional.empty();
  }

  private void tick() {
    ticks++;
    if (span.getValue() == TimeSpan.MINUTES || ticks % 15 == 0) {
      read();
    }
  }

  private void read() {
    FxThread.check();
    String id = chosen().id();
    TimeSpan wanted = span.getValue();
    Overlay behind = overlay.getValue();
    Instant now = Instant.now();
    questions.ask(
        () -> Curves.read(scope.kit().diagnosis().trends(), id, SHOWN, wanted, behind, now),
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<Curves>(Curves curves) -> show(curves);
            case Outcome.Failed<Curves>(var fault) ->
                note.setText(scope.kit().words().of(fault).happened());
          }
        });
  }

  private void show(Curves curves) {
    FxThread.check();
    note.setText(
        curves.step().toSeconds() == 1
            ? "second by second while it is opened"
            : "minute by minute: blue the mean, orange the greatest of each");
    List<ChartMark> marks = marks(curves);
    for (int i = 0; i < charts.size(); i++) {
      String unit = SHOWN.get(i).unit();
      charts
          .get(i)
          .show(curves.from(), curves.step(), curves.charts().get(i), value -> words(value) + unit);
      charts.get(i).mark(marks);
    }
  }

  private List<ChartMark> marks(Curves curves) {
    return scope.kit().diagnosis().events().since(chosen().id(), curves.from()).stream()
        .map(one -> new ChartMark(one.at(), one.kind().label(), one.words(), one.kind().grave()))
        .toList();
  }

  /// `0.4`, `12`, `1.2k`, `3.4M`, `5.6G`.
  static String words(double value) {
    if (value < 10 && value != Math.rint(value)) {
      return String.format(Locale.ROOT, "%.1f", value);
    }
    if (value < 1_000) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    String[] units = {"k", "M", "G", "T"};
    double scaled = value;
    int unit = -1;
    while (scaled >= 1_000 && unit < units.length - 1) {
      scaled /= 1_000;
      unit++;
    }
    return String.format(Locale.ROOT, scaled < 10 ? "%.1f%s" : "%.0f%s", scaled, units[unit]);
  }

  @Override
  public String help() {
    return "trends";
  }

  @Override
  public void close() {
    FxThread.check();
    hidden();
    clock.stop();
    questions.close();
  }
}
