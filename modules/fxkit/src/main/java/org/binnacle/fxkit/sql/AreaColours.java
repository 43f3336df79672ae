package org.binnacle.fxkit.sql;

import java.util.List;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.kernel.Outcome;
import org.fxmisc.richtext.CodeArea;
import org.reactfx.Subscription;

/// The colours of an area: found off the FX thread, put on the lines in sight, and put again where
/// others come into sight. On the FX thread.
final class AreaColours implements AutoCloseable {
  private final Highlighter highlighter;
  private final Painter painter;
  private final int most;
  private final Questions questions = new Questions("colours of SQL");
  private final Subscription scrolled;
  private boolean asked;
  private boolean closed;

  /// @param most characters; a longer text has no colours
  AreaColours(CodeArea area, Highlighter highlighter, Painter painter, int most) {
    this.highlighter = highlighter;
    this.painter = painter;
    this.most = most;
    scrolled = area.viewportDirtyEvents().subscribe(event -> paintSoon());
  }

  /// Colours what is shown now.
  void colour(String shown) {
    if (shown.length() > most) {
      questions.drop();
      // Not in the middle of the area's own change.
      later(() -> painter.use(List.of()));
      return;
    }
    questions.ask(
        () -> highlighter.stretches(shown),
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<List<Highlighter.Stretch>> ok -> painter.use(ok.value());
            // A text that cannot be cut is shown without colours; the cutter's own tests tell why.
            case Outcome.Failed<List<Highlighter.Stretch>> failed -> painter.use(List.of());
          }
        });
  }

  // The event comes in the middle of a layout: a style changed there makes Flowless lose its cells.
  private void paintSoon() {
    if (!asked) {
      asked = true;
      later(
          () -> {
            asked = false;
            painter.paintVisible();
          });
    }
  }

  private void later(Runnable work) {
    FxThread.later(
        () -> {
          if (!closed) {
            work.run();
          }
        });
  }

  @Override
  public void close() {
    closed = true;
    questions.close();
    scrolled.unsubscribe();
  }
}
