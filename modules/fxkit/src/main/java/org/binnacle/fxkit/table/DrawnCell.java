package org.binnacle.fxkit.table;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.binnacle.fxkit.table.RowLook.Glyph;
import org.binnacle.fxkit.table.RowLook.Ink;
import org.binnacle.fxkit.table.RowLook.Pill;
import org.jspecify.annotations.Nullable;

/// What is seen of one cell: a text, and where there is one an icon before it or a ground under it.
/// The nodes are made once and left alone where nothing changed.
final class DrawnCell {
  private static final double GAP = 4;

  /// What a column says of a row.
  record Content(String words, String icon, String pill) {}

  /// Where the cell is in its row, px.
  record Box(double x, double width, double height) {}

  private final List<Node> parent;
  private final Word text = new Word();
  private @Nullable Word icon;
  private @Nullable Region ground;
  private @Nullable Content content;
  private @Nullable RowLook look;
  private @Nullable Box box;
  private boolean cut;

  DrawnCell(List<Node> parent) {
    this.parent = parent;
    parent.add(text);
  }

  /// Whether the words did not fit.
  boolean isCut() {
    return cut && box != null;
  }

  void hide() {
    if (box != null) {
      box = null;
      text.setVisible(false);
      show(icon, false);
      show(ground, false);
    }
  }

  /// A look is made once a state and kept, so that the same one is the same object.
  @SuppressWarnings("ReferenceEquality")
  void draw(Content now, Column.Look<?> style, RowLook as, LookBook book, Box at) {
    if (now.equals(content) && as == look && at.equals(box)) {
      return;
    }
    content = now;
    look = as;
    box = at;
    if (now.pill().isEmpty() || now.words().isEmpty()) {
      show(ground, false);
      plain(now, style, as, book, at);
    } else {
      show(icon, false);
      pill(now.words(), style, as.ink(style), book.pill(now.pill()), at);
    }
  }

  private void plain(Content now, Column.Look<?> style, RowLook as, LookBook book, Box at) {
    Ink ink = as.ink(style);
    double left = at.x() + ink.padding().getLeft();
    double right = at.x() + at.width() - ink.padding().getRight();
    Glyph glyph = now.icon().isEmpty() ? null : book.glyph(now.icon(), as.iconSize());
    double mark = glyph == null ? 0 : glyph.letters().width(glyph.letter());
    double before = glyph == null || now.words().isEmpty() ? mark : mark + GAP;
    String words = ink.letters().cut(now.words(), right - left - before, style.overrun());
    cut = !words.equals(now.words());
    double wide = before + ink.letters().width(words);
    double start = (double) Math.round(style.numeric() ? Math.max(left, right - wide) : left);
    if (glyph == null || right - left < mark) {
      show(icon, false);
    } else {
      double y = glyph.letters().baseline(at.height());
      iconNode().put(glyph.letter(), glyph.letters(), as.icon(), start, y);
    }
    write(words, ink, as.struck(), start + before, at);
  }

  private void pill(String words, Column.Look<?> style, Ink cell, Pill pill, Box at) {
    double left = at.x() + cell.padding().getLeft();
    double right = at.x() + at.width() - cell.padding().getRight();
    Ink ink = pill.ink();
    double sides = ink.padding().getLeft() + ink.padding().getRight();
    String shown = ink.letters().cut(words, right - left - sides, style.overrun());
    cut = !shown.equals(words);
    double wide = Math.ceil(ink.letters().width(shown) + sides);
    double start = (double) Math.round(style.numeric() ? Math.max(left, right - wide) : left);
    double high = Math.min(at.height() - 4, Math.ceil(ink.letters().lineHeight()) + 1);
    Region under = groundNode();
    under.setBackground(pill.ground());
    under.resizeRelocate(start, (double) Math.round((at.height() - high) / 2), wide, high);
    under.setVisible(right - left > sides);
    write(shown, ink, false, start + ink.padding().getLeft(), at);
  }

  private void write(String words, Ink ink, boolean struck, double x, Box at) {
    text.setStrikethrough(struck);
    text.put(words, ink.letters(), ink.paint(), x, ink.letters().baseline(at.height()));
  }

  private Word iconNode() {
    if (icon == null) {
      icon = new Word();
      parent.add(icon);
    }
    return icon;
  }

  private Region groundNode() {
    if (ground == null) {
      ground = new Region();
      ground.setManaged(false);
      ground.setMouseTransparent(true);
      parent.add(parent.indexOf(text), ground);
    }
    return ground;
  }

  private static void show(@Nullable Node node, boolean on) {
    if (node != null) {
      node.setVisible(on);
    }
  }
}
