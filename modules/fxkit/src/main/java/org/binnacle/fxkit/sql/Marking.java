package org.binnacle.fxkit.sql;

import java.util.BitSet;
import java.util.List;
import org.binnacle.kernel.Severity;
import org.fxmisc.richtext.model.PlainTextChange;

/// The marks of a text, kept at their places while it is edited. Its indexes are of the whole text;
/// what painter and gutter get is of what is shown.
final class Marking {
  private final Painter painter;
  private final Gutter gutter;
  private LongText fold = new LongText("", new int[0]);
  private List<Squiggle> squiggles = List.of();
  private List<Stretched> statements = List.of();

  Marking(Painter painter, Gutter gutter) {
    this.painter = painter;
    this.gutter = gutter;
  }

  /// Another text, without marks yet.
  void on(LongText text) {
    fold = text;
    squiggles = List.of();
    statements = List.of();
    gutter.broken(broken(text));
    painter.squiggle(List.of());
  }

  /// The text was edited: it is shown as it is.
  void edited(String text) {
    fold = new LongText(text, new int[0]);
  }

  LongText fold() {
    return fold;
  }

  void mark(List<Squiggle> newest, List<Stretched> stretches) {
    squiggles = List.copyOf(newest);
    statements = List.copyOf(stretches);
    draw();
  }

  List<Squiggle> squiggles() {
    return squiggles;
  }

  /// Tells whether there is something to draw at another place.
  boolean shift(PlainTextChange change) {
    if (squiggles.isEmpty() && statements.isEmpty()) {
      return false;
    }
    int at = change.getPosition();
    int removed = change.getRemoved().length();
    int inserted = change.getInserted().length();
    squiggles = squiggles.stream().map(s -> s.moved(at, removed, inserted)).toList();
    statements =
        statements.stream()
            .map(s -> new Squiggle(s.from(), s.to(), Severity.OK).moved(at, removed, inserted))
            .map(s -> new Stretched(s.from(), s.to()))
            .toList();
    return true;
  }

  void draw() {
    int end = fold.shown().length() - fold.breaks().length;
    List<Squiggle> shown =
        squiggles.stream()
            .map(s -> new Squiggle(fold.toShown(s.from()), fold.toShown(s.to()), s.severity()))
            .filter(s -> s.from() < s.to())
            .toList();
    painter.squiggle(shown);
    boolean changed =
        gutter.mark(
            fold.shown(),
            shown,
            statements.stream()
                .filter(s -> s.from() < end)
                .map(s -> new Stretched(fold.toShown(s.from()), fold.toShown(s.to())))
                .toList());
    if (changed) {
      gutter.refresh();
    }
  }

  /// The lines that go on with the line before them.
  private static BitSet broken(LongText text) {
    var lines = new BitSet();
    int line = 0;
    int next = 0;
    for (int i = 0; text.isFolded() && i < text.shown().length(); i++) {
      if (text.shown().charAt(i) == '\n') {
        line++;
        if (next < text.breaks().length && text.breaks()[next] + next == i) {
          lines.set(line);
          next++;
        }
      }
    }
    return lines;
  }
}
