package org.binnacle.fxkit.sql;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.sql.Highlighter.Stretch;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// Puts colours on the lines that are visible, once each: restyling a whole text of 10,000 lines
/// takes 195 ms (measured), the visible forty take under one. Between an edit and the colours of
/// the text that came of it nothing is painted: with those before, each letter would style all
/// visible lines one place beside where they belong, and back.
final class Painter {
  private final CodeArea area;
  private final BitSet painted = new BitSet();
  private List<Stretch> stretches = List.of();
  private boolean stale;
  private List<Squiggle> squiggles = List.of();

  Painter(CodeArea area) {
    this.area = area;
  }

  /// The text was edited: squiggles stay on their words. Nothing is painted before the colours of
  /// this text come, which are asked for at each edit: lines look right until then, since a style
  /// goes where its letters go.
  void shift(int at, int removed, int inserted) {
    stale = true;
    squiggles = squiggles.stream().map(s -> s.moved(at, removed, inserted)).toList();
    painted.clear();
  }

  /// New colours for the text as it is now.
  void use(List<Stretch> newest) {
    FxThread.check();
    stretches = newest;
    stale = false;
    painted.clear();
    paintVisible();
  }

  /// @param newest in the order of the text as it is shown now
  void squiggle(List<Squiggle> newest) {
    FxThread.check();
    squiggles = newest;
    painted.clear();
    paintVisible();
  }

  void paintVisible() {
    if (stale) {
      return;
    }
    int visible = area.getVisibleParagraphs().size();
    if (visible == 0) {
      return;
    }
    // -1 while the area is being laid out anew. Asking for the last too would lay it out once more.
    int first = Math.max(0, area.firstVisibleParToAllParIndex());
    int last = Math.min(first + visible, area.getParagraphs().size()) - 1;
    int line = painted.nextClearBit(first);
    if (line > last) {
      return;
    }
    int from = area.getAbsolutePosition(line, 0);
    while (line <= last) {
      int length = area.getParagraphLength(line);
      if (!painted.get(line)) {
        painted.set(line);
        paint(line, from, length);
      }
      from += length + 1;
      line++;
    }
  }

  private void paint(int line, int from, int length) {
    if (length == 0) {
      return;
    }
    int to = from + length;
    var spans = new StyleSpansBuilder<Collection<String>>();
    int at = from;
    for (int i = firstEndingAfter(from); i < stretches.size(); i++) {
      Stretch stretch = stretches.get(i);
      if (stretch.from() >= to) {
        break;
      }
      int start = Math.max(stretch.from(), at);
      int end = Math.min(stretch.to(), to);
      spans.add(Set.of(), start - at);
      spans.add(Set.of(stretch.style()), end - start);
      at = end;
    }
    spans.add(Set.of(), to - at);
    StyleSpans<Collection<String>> all = spans.create();
    for (Squiggle one : squiggles) {
      if (one.from() < to && one.to() > from) {
        all = all.overlay(waves(one, from, to), Painter::both);
      }
    }
    // A paragraph that is styled anew gets a new cell: most lines stay as they are while one types.
    if (!area.getParagraph(line).getStyleSpans().equals(all)) {
      area.setStyleSpans(line, 0, all);
    }
  }

  private static StyleSpans<Collection<String>> waves(Squiggle one, int from, int to) {
    int start = Math.max(one.from(), from);
    int end = Math.min(one.to(), to);
    return new StyleSpansBuilder<Collection<String>>()
        .add(Set.of(), start - from)
        .add(Set.of(one.style()), end - start)
        .add(Set.of(), to - end)
        .create();
  }

  /// The worst of two squiggles stays alone.
  private static Collection<String> both(Collection<String> under, Collection<String> over) {
    if (over.isEmpty()) {
      return under;
    }
    var all = new HashSet<>(under);
    all.addAll(over);
    if (all.contains("squiggle-critical")) {
      all.remove("squiggle-warning");
      all.remove("squiggle-notice");
    } else if (all.contains("squiggle-warning")) {
      all.remove("squiggle-notice");
    }
    return all;
  }

  private int firstEndingAfter(int offset) {
    int low = 0;
    int high = stretches.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (stretches.get(middle).to() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
