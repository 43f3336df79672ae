package org.binnacle.explain.view.plan;

import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.binnacle.explain.drawing.Family;
import org.binnacle.explain.drawing.FlameDrawing;
import org.binnacle.explain.drawing.Icicle;
import org.binnacle.explain.drawing.Steps;
import org.binnacle.explain.drawing.Weights;
import org.binnacle.explain.picture.Ink;
import org.binnacle.explain.picture.Picture;
import org.binnacle.explain.view.picture.CanvasPen;
import org.binnacle.explain.view.picture.Inks;

/// The plan as an icicle: width is time, or cost where nothing was measured. A click selects, a
/// second click on the same bar zooms into it, Backspace and the button zoom out.
final class FlameTab implements PlanTab {
  private final PlanModel model;
  private final Inks inks;
  private final Canvas canvas = new Canvas();
  private final ScrollBar bar = new ScrollBar();
  private final Label words = new Label();
  private final Button all = new Button("Whole plan");
  private final BorderPane root = new BorderPane();
  private final Tooltip tip = new Tooltip();
  private final InvalidationListener chosen = seen -> draw();
  private final Pane stage =
      new Pane(canvas) {
        @Override
        protected void layoutChildren() {
          if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            draw();
          }
        }
      };
  private Optional<Opened> shown = Optional.empty();
  private Optional<Icicle.Bar> zoom = Optional.empty();
  private Optional<Icicle.Bar> hovered = Optional.empty();

  FlameTab(PlanModel model, Inks inks) {
    this.model = model;
    this.inks = inks;
    root.setId("plan-flame");
    bar.setOrientation(Orientation.VERTICAL);
    bar.valueProperty().addListener((seen, was, is) -> draw());
    words.getStyleClass().add("muted");
    all.getStyleClass().add("flat");
    all.setOnAction(event -> zoom(Optional.empty()));
    tip.setWrapText(true);
    tip.setMaxWidth(560);
    canvas.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    canvas.setAccessibleText("Flame of the plan; the tree tells the same in words");
    stage.setFocusTraversable(true);
    stage.setMinSize(0, 0);
    stage.addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
    stage.addEventHandler(MouseEvent.MOUSE_EXITED, event -> leave());
    stage.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    stage.addEventHandler(ScrollEvent.SCROLL, event -> scroll(-event.getDeltaY()));
    stage.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var head = new HBox(words, gap, FamilyLegend.flame(), all);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("drawing-bar");
    root.setTop(head);
    root.setCenter(stage);
    root.setRight(bar);
    model.selected().addListener(chosen);
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void focus() {
    stage.requestFocus();
  }

  @Override
  public void show() {
    if (!model.opened().get().equals(shown)) {
      shown = model.opened().get();
      zoom = Optional.empty();
      bar.setValue(0);
    }
    draw();
  }

  @Override
  public void redraw() {
    draw();
  }

  private Icicle.Span base() {
    return zoom.map(Icicle.Bar::span).orElse(Icicle.WHOLE);
  }

  private void draw() {
    if (shown.isEmpty() || canvas.getWidth() < 2) {
      return;
    }
    Opened plan = shown.get();
    Picture picture = FlameDrawing.of(plan.icicle(), plan.weights(), base(), canvas.getWidth());
    double over = Math.max(0, picture.height() - canvas.getHeight());
    bar.setMax(over);
    bar.setVisibleAmount(over * canvas.getHeight() / Math.max(1, picture.height()));
    bar.setVisible(over > 0);
    bar.setManaged(over > 0);
    double y = -Math.min(bar.getValue(), over);
    var pen = canvas.getGraphicsContext2D();
    CanvasPen.draw(pen, picture, inks, new CanvasPen.View(0, y, 1));
    plan.icicle().bar(model.selected().get()).ifPresent(one -> outline(one, y, Ink.CHOSEN, 2));
    hovered.ifPresent(one -> outline(one, y, Ink.TEXT, 1));
    all.setDisable(zoom.isEmpty());
    String width =
        switch (plan.weights().unit()) {
          case MS -> "Width: time of all runs";
          case COST -> "Width: the optimizer's cost (it is not time)";
          case ROWS -> "Width: rows read, as estimated";
        };
    words.setText(width + zoom.map(z -> "; in " + Steps.shortest(z.node())).orElse(""));
  }

  private void outline(Icicle.Bar one, double y, Ink ink, double line) {
    Icicle.Span base = base();
    double from = Math.max(0, FlameDrawing.x(one.from(), base, canvas.getWidth()));
    double to = Math.min(canvas.getWidth(), FlameDrawing.x(one.to(), base, canvas.getWidth()));
    if (to > from - 1) {
      var pen = canvas.getGraphicsContext2D();
      pen.setStroke(inks.of(ink));
      pen.setLineWidth(line);
      pen.strokeRect(
          from + 1,
          one.level() * FlameDrawing.ROW + y + 1,
          Math.max(2, to - from - 3),
          FlameDrawing.ROW - 3);
    }
  }

  private Optional<Icicle.Bar> at(MouseEvent event) {
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    Icicle.Span base = base();
    double at = base.from() + event.getX() / canvas.getWidth() * (base.to() - base.from());
    int level = (int) ((event.getY() + bar.getValue()) / FlameDrawing.ROW);
    return shown.get().icicle().bars().stream()
        .filter(one -> one.level() == level && one.from() <= at && at < one.to())
        .findFirst();
  }

  private void hover(MouseEvent event) {
    Optional<Icicle.Bar> now = at(event);
    if (!now.equals(hovered)) {
      hovered = now;
      draw();
      Tooltip.uninstall(stage, tip);
      now.ifPresent(
          one -> {
            tip.setText(told(one));
            Tooltip.install(stage, tip);
          });
    }
  }

  private String told(Icicle.Bar one) {
    Weights plan = shown.orElseThrow().weights();
    return "%s%n%s in all, itself %s (%.1f %% of the whole)%n%s"
        .formatted(
            Steps.line(one.node().label()),
            FlameDrawing.weight(plan, one.node()),
            StepTexts.rounded(plan.self(one.node())),
            plan.share(one.node()) * 100,
            Family.of(one.node()).words());
  }

  private void leave() {
    hovered = Optional.empty();
    draw();
  }

  private void click(MouseEvent event) {
    stage.requestFocus();
    Optional<Icicle.Bar> one = at(event);
    if (one.isEmpty() || event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    boolean again = one.get().node().id().equals(model.selected().get());
    model.selected().set(one.get().node().id());
    if (again || event.getClickCount() > 1) {
      zoom(one.equals(zoom) ? Optional.empty() : one);
    }
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.BACK_SPACE && zoom.isPresent()) {
      zoom(Optional.empty());
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && shown.isPresent()) {
      zoom(shown.get().icicle().bar(model.selected().get()));
      event.consume();
    }
  }

  private void zoom(Optional<Icicle.Bar> to) {
    zoom = to;
    draw();
  }

  private void scroll(double by) {
    bar.setValue(Math.clamp(bar.getValue() + by, 0, bar.getMax()));
  }

  @Override
  public void close() {
    model.selected().removeListener(chosen);
    Tooltip.uninstall(stage, tip);
  }
}
