package org.binnacle.explain.view.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.binnacle.explain.view.Kit;
import org.binnacle.fxkit.Choosers;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Outcome;

/// Takes plans from the clipboard, from files and from what is dropped, and reads them off the FX
/// thread.
final class PlanIntake implements AutoCloseable {

  /// Where plans go.
  interface Taker {
    /// A plan is being read.
    void reading(String words);

    /// @param here whether it is meant for this tab, whatever is shown there
    void take(Opened plan, boolean here);

    /// There is none; the message is told already.
    void nothing();
  }

  private final Kit kit;
  private final Node anywhere;
  private final MessageBar message;
  private final Taker taker;
  private final Questions reading = new Questions("reading a plan");

  PlanIntake(Kit kit, Node anywhere, MessageBar message, Taker taker) {
    this.kit = kit;
    this.anywhere = anywhere;
    this.message = message;
    this.taker = taker;
    anywhere.addEventHandler(DragEvent.DRAG_OVER, this::dragged);
    anywhere.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
  }

  /// What the clipboard holds: here where nothing is shown yet, else in a tab of its own.
  void paste() {
    String text = Clipboard.getSystemClipboard().getString();
    if (text == null || text.isBlank()) {
      message.show(new Fault(ViewFaults.EMPTY_CLIPBOARD, ""), kit.words());
      return;
    }
    read(() -> PlanSource.text(text, About.text("pasted")), false);
  }

  void openFile() {
    kit.choosers()
        .open(
            anywhere.getScene().getWindow(),
            "Open a plan",
            List.of(
                Choosers.Kind.of("Plans", "*.txt", "*.json", "*.log", "*.out", "*.md"),
                Choosers.Kind.of("All files", "*")))
        .ifPresent(file -> read(() -> PlanSource.file(file), false));
  }

  void text(String text, String name) {
    read(() -> PlanSource.text(text, About.text(name)), true);
  }

  void file(Path file) {
    read(() -> PlanSource.file(file), true);
  }

  /// @param here whether it is meant for this tab
  void read(Callable<Opened> work, boolean here) {
    FxThread.check();
    message.clear();
    taker.reading("Reading the plan");
    reading.ask(
        work,
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<Opened> ok -> taker.take(ok.value(), here);
            case Outcome.Failed<Opened> failed -> {
              message.show(failed.fault(), kit.words());
              taker.nothing();
            }
          }
        });
  }

  private void dragged(DragEvent event) {
    if (event.getDragboard().hasFiles() || event.getDragboard().hasString()) {
      event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    }
  }

  private void dropped(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      for (var file : event.getDragboard().getFiles()) {
        Path path = file.toPath();
        read(() -> PlanSource.file(path), false);
      }
    } else {
      String text = String.valueOf(event.getDragboard().getString());
      read(() -> PlanSource.text(text, About.text("dropped")), false);
    }
    event.setDropCompleted(true);
    event.consume();
  }

  @Override
  public void close() {
    reading.close();
  }
}
