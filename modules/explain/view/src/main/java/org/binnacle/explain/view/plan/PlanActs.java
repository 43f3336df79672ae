package org.binnacle.explain.view.plan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import org.binnacle.explain.mouth.Mouth;
import org.binnacle.explain.mouth.Told;
import org.binnacle.explain.view.Kit;
import org.binnacle.explain.view.picture.CanvasPen;
import org.binnacle.explain.view.picture.Inks;
import org.binnacle.explain.view.picture.Picture;
import org.binnacle.explain.view.picture.SvgPen;
import org.binnacle.fxkit.Choosers;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.Shots;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Severity;

/// Copying and exporting a plan. On the FX thread; files are written off it.
final class PlanActs implements AutoCloseable {
  /// A wider picture is drawn smaller: a screen's memory has an end.
  private static final double WIDEST = 8_000;

  private static final double FLAME = 1_600;

  private final Kit kit;
  private final PlanModel model;
  private final Inks inks;
  private final MessageBar message;
  private final Questions files = new Questions("export of a plan");

  PlanActs(Kit kit, PlanModel model, Inks inks, MessageBar message) {
    this.kit = kit;
    this.model = model;
    this.inks = inks;
    this.message = message;
  }

  /// The menu of exports.
  MenuButton menu() {
    var menu = new MenuButton("Export");
    menu.setId("plan-export");
    menu.setMinWidth(Region.USE_PREF_SIZE);
    menu.setGraphic(Icons.of("mdi2e-export"));
    var items = new ArrayList<MenuItem>();
    items.add(item("Web page (HTML)…", () -> export(menu, Mouth.HTML)));
    items.add(item("Markdown…", () -> export(menu, Mouth.MARKDOWN)));
    items.add(item("JSON…", () -> export(menu, Mouth.JSON)));
    items.add(item("Text…", () -> export(menu, Mouth.TREE)));
    items.add(new SeparatorMenuItem());
    items.add(item("Diagram as PNG…", () -> png(menu, "diagram", diagram())));
    items.add(item("Diagram as SVG…", () -> svg(menu, "diagram", diagram())));
    items.add(item("Flame as PNG…", () -> png(menu, "flame", flame())));
    items.add(item("Flame as SVG…", () -> svg(menu, "flame", flame())));
    items.add(new SeparatorMenuItem());
    items.add(item("Copy as Markdown", () -> copy(Mouth.MARKDOWN)));
    items.add(item("Copy as text", () -> copy(Mouth.TREE)));
    menu.getItems().setAll(items);
    return menu;
  }

  private static MenuItem item(String words, Runnable action) {
    var item = new MenuItem(words);
    item.setOnAction(event -> action.run());
    return item;
  }

  /// The selected step to the clipboard.
  void copyStep(Node anywhere) {
    model
        .opened()
        .get()
        .ifPresent(
            plan ->
                model
                    .step()
                    .ifPresent(
                        node -> {
                          put(StepText.copy(node, plan.shape()));
                          Toasts.show(anywhere, Severity.OK, "The step is copied.");
                        }));
  }

  private void copy(Mouth mouth) {
    told().ifPresent(told -> put(mouth.tell(told)));
  }

  private static void put(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  private Optional<Told> told() {
    return model
        .opened()
        .get()
        .map(plan -> new Told(plan.plan(), plan.findings(), Optional.empty()));
  }

  private Optional<Picture> diagram() {
    return model.opened().get().map(Opened::drawing);
  }

  private Optional<Picture> flame() {
    return model.opened().get().map(plan -> FlameTab.picture(plan, FLAME));
  }

  private void export(Node anywhere, Mouth mouth) {
    told()
        .ifPresent(
            told ->
                save(
                    anywhere,
                    "plan." + mouth.extension(),
                    file -> Files.writeString(file, mouth.tell(told), StandardCharsets.UTF_8)));
  }

  private void svg(Node anywhere, String name, Optional<Picture> picture) {
    picture.ifPresent(
        drawn ->
            save(
                anywhere,
                "plan-" + name + ".svg",
                file ->
                    Files.writeString(
                        file,
                        SvgPen.of(drawn, "Plan: " + name, inks::of),
                        StandardCharsets.UTF_8)));
  }

  private void png(Node anywhere, String name, Optional<Picture> picture) {
    picture.ifPresent(
        drawn -> {
          WritableImage image = image(drawn);
          save(anywhere, "plan-" + name + ".png", file -> Shots.write(image, file));
        });
  }

  /// The drawing as pixels, twice as fine as on the screen where that fits.
  private WritableImage image(Picture drawn) {
    double scale = Math.min(2, WIDEST / Math.max(1, Math.max(drawn.width(), drawn.height())));
    var canvas = new Canvas(Math.ceil(drawn.width() * scale), Math.ceil(drawn.height() * scale));
    CanvasPen.draw(canvas.getGraphicsContext2D(), drawn, inks, new CanvasPen.View(0, 0, scale));
    return canvas.snapshot(new SnapshotParameters(), null);
  }

  @FunctionalInterface
  private interface Writing {
    void to(Path file) throws IOException;
  }

  private void save(Node anywhere, String name, Writing writing) {
    String ending = name.substring(name.lastIndexOf('.'));
    Optional<Path> chosen =
        kit.choosers()
            .save(
                anywhere.getScene().getWindow(),
                "Export the plan",
                name,
                List.of(
                    Choosers.Kind.of(
                        ending.substring(1).toUpperCase(java.util.Locale.ROOT), "*" + ending)));
    chosen.ifPresent(
        file ->
            files.ask(
                () -> {
                  try {
                    writing.to(file);
                  } catch (IOException e) {
                    throw new Fault(ViewFaults.NOT_WRITTEN, file + ": " + e.getMessage(), e);
                  }
                  return file;
                },
                outcome -> {
                  switch (outcome) {
                    case Outcome.Ok<Path> ok ->
                        Toasts.show(anywhere, Severity.OK, "Written: " + ok.value());
                    case Outcome.Failed<Path> failed -> message.show(failed.fault(), kit.words());
                  }
                }));
  }

  @Override
  public void close() {
    files.close();
  }
}
