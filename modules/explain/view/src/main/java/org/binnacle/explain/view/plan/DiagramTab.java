package org.binnacle.explain.view.plan;

import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.binnacle.explain.drawing.DiagramDrawing;
import org.binnacle.explain.drawing.Family;
import org.binnacle.explain.drawing.LeftDeep;
import org.binnacle.explain.drawing.Steps;
import org.binnacle.explain.picture.Ink;
import org.binnacle.explain.view.picture.CanvasPen;
import org.binnacle.explain.view.picture.Inks;
import org.binnacle.fxkit.Icons;

/// The plan as boxes and wires: dragged with the mouse, zoomed with the wheel.
final class DiagramTab implements PlanTab {
  private static final double LEAST = 0.05;
  private static final double MOST = 3;
  private static final double STEP = 1.2;

  private final PlanModel model;
  private final Inks inks;
  private final Canvas canvas = new Canvas();
  private final Label scale = new Label();
  private final BorderPane root = new BorderPane();
  private final Tooltip tip = new Tooltip();
  private final InvalidationListener chosen = seen -> follow();
  private final Pane stage =
      new Pane(canvas) {
        @Override
        protected void layoutChildren() {
          if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            boolean first = canvas.getWidth() < 2;
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            if (first) {
              fit();
            }
            draw();
          }
        }
      };
  private Optional<Opened> shown = Optional.empty();
  private Optional<LeftDeep.Box> hovered = Optional.empty();
  private CanvasPen.View view = CanvasPen.View.PLAIN;
  private double grabbedX;
  private double grabbedY;
  private boolean dragged;

  DiagramTab(PlanModel model, Inks inks) {
    this.model = model;
    this.inks = inks;
    root.setId("plan-diagram");
    tip.setWrapText(true);
    tip.setMaxWidth(560);
    canvas.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    canvas.setAccessibleText("Diagram of the plan; the tree tells the same in words");
    stage.setFocusTraversable(true);
    stage.setMinSize(0, 0);
    stage.addEventHandler(MouseEvent.MOUSE_PRESSED, this::grab);
    stage.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    stage.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    stage.addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
    stage.addEventHandler(
        ScrollEvent.SCROLL,
        event -> zoom(event.getDeltaY() > 0 ? STEP : 1 / STEP, event.getX(), event.getY()));
    stage.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    scale.getStyleClass().add("muted");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var head =
        new HBox(
            FamilyLegend.diagram(),
            gap,
            scale,
            Icons.button("mdi2m-magnify-minus-outline", "Smaller (-)", () -> middle(1 / STEP)),
            Icons.button("mdi2m-magnify-plus-outline", "Larger (+)", () -> middle(STEP)),
            Icons.button("mdi2f-fit-to-page-outline", "Fit to the window (0)", this::fitAndDraw));
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("drawing-bar");
    root.setTop(head);
    root.setCenter(stage);
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
      fit();
    }
    follow();
  }

  @Override
  public void redraw() {
    draw();
  }

  private void draw() {
    if (shown.isEmpty() || canvas.getWidth() < 2) {
      return;
    }
    Opened plan = shown.get();
    CanvasPen.draw(canvas.getGraphicsContext2D(), plan.drawing(), inks, view);
    plan.diagram().box(model.selected().get()).ifPresent(box -> outline(box, Ink.CHOSEN, 3));
    hovered.ifPresent(box -> outline(box, Ink.TEXT, 1));
    scale.setText("%d %%".formatted(Math.round(view.scale() * 100)));
  }

  private void outline(LeftDeep.Box box, Ink ink, double line) {
    var pen = canvas.getGraphicsContext2D();
    pen.setStroke(inks.of(ink));
    pen.setLineWidth(line);
    pen.strokeRoundRect(
        view.x() + DiagramDrawing.x(box) * view.scale() - 3,
        view.y() + DiagramDrawing.y(box) * view.scale() - 3,
        DiagramDrawing.BOX_W * view.scale() + 6,
        DiagramDrawing.BOX_H * view.scale() + 6,
        8,
        8);
  }

  private void fitAndDraw() {
    fit();
    draw();
  }

  /// All of it where letters stay readable, else as much as fits around the selection.
  private void fit() {
    shown.ifPresent(
        plan -> {
          double w = Math.max(1, plan.drawing().width());
          double h = Math.max(1, plan.drawing().height());
          double fits = Math.min(canvas.getWidth() / w, canvas.getHeight() / h);
          double to = Math.clamp(fits, 0.3, 1.1);
          view =
              new CanvasPen.View(
                  Math.max(0, (canvas.getWidth() - w * to) / 2),
                  Math.max(0, (canvas.getHeight() - h * to) / 2),
                  to);
        });
  }

  /// Brings the selected box into sight and draws.
  private void follow() {
    shown
        .flatMap(plan -> plan.diagram().box(model.selected().get()))
        .ifPresent(
            box -> {
              double x = view.x() + DiagramDrawing.x(box) * view.scale();
              double y = view.y() + DiagramDrawing.y(box) * view.scale();
              double w = DiagramDrawing.BOX_W * view.scale();
              double h = DiagramDrawing.BOX_H * view.scale();
              boolean seen =
                  x >= 0 && y >= 0 && x + w <= canvas.getWidth() && y + h <= canvas.getHeight();
              if (!seen) {
                view =
                    new CanvasPen.View(
                        view.x() + canvas.getWidth() / 2 - x - w / 2,
                        view.y() + canvas.getHeight() / 2 - y - h / 2,
                        view.scale());
              }
            });
    draw();
  }

  private void zoom(double by, double x, double y) {
    double to = Math.clamp(view.scale() * by, LEAST, MOST);
    double real = to / view.scale();
    view = new CanvasPen.View(x - (x - view.x()) * real, y - (y - view.y()) * real, to);
    draw();
  }

  private void middle(double by) {
    zoom(by, canvas.getWidth() / 2, canvas.getHeight() / 2);
  }

  private void grab(MouseEvent event) {
    stage.requestFocus();
    grabbedX = event.getX() - view.x();
    grabbedY = event.getY() - view.y();
    dragged = false;
  }

  private void drag(MouseEvent event) {
    dragged = true;
    view = new CanvasPen.View(event.getX() - grabbedX, event.getY() - grabbedY, view.scale());
    draw();
  }

  private void click(MouseEvent event) {
    if (!dragged && event.getButton() == MouseButton.PRIMARY) {
      at(event).ifPresent(box -> model.selected().set(box.node().id()));
      if (event.getClickCount() == 2) {
        fitAndDraw();
      }
    }
  }

  private Optional<LeftDeep.Box> at(MouseEvent event) {
    double x = (event.getX() - view.x()) / view.scale();
    double y = (event.getY() - view.y()) / view.scale();
    return shown.flatMap(
        plan ->
            plan.diagram().boxes().stream()
                .filter(
                    box ->
                        x >= DiagramDrawing.x(box)
                            && x <= DiagramDrawing.x(box) + DiagramDrawing.BOX_W
                            && y >= DiagramDrawing.y(box)
                            && y <= DiagramDrawing.y(box) + DiagramDrawing.BOX_H)
                .findFirst());
  }

  private void hover(MouseEvent event) {
    Optional<LeftDeep.Box> now = at(event);
    if (!now.equals(hovered)) {
      hovered = now;
      draw();
      Tooltip.uninstall(stage, tip);
      now.ifPresent(
          box -> {
            tip.setText(Steps.line(box.node().label()) + "\n" + Family.of(box.node()).words());
            Tooltip.install(stage, tip);
          });
    }
  }

  private void key(KeyEvent event) {
    boolean used = true;
    switch (event.getText()) {
      case "+", "=" -> middle(STEP);
      case "-" -> middle(1 / STEP);
      case "0" -> fitAndDraw();
      default -> used = false;
    }
    if (used) {
      event.consume();
    }
  }

  @Override
  public void close() {
    model.selected().removeListener(chosen);
    Tooltip.uninstall(stage, tip);
  }
}
