package org.binnacle.fxkit.sql;

import java.util.List;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.TwoDimensional;

/// The lines of an area that bear the mark of the statement under the cursor. On the FX thread.
final class MarkedLines {
  /// More lines than this are not marked: it costs a layout of each.
  private static final int MOST = 2_000;

  private static final String CURRENT = "current-statement";

  private final CodeArea area;
  private int first;
  private int last = -1;

  MarkedLines(CodeArea area) {
    this.area = area;
  }

  /// Marks the lines that a stretch touches, and no others.
  void mark(int from, int to) {
    int begin = line(from);
    int end = line(Math.max(from, to));
    for (int i = first; i <= Math.min(last, area.getParagraphs().size() - 1); i++) {
      if (i < begin || i > end || to <= from) {
        area.setParagraphStyle(i, List.of());
      }
    }
    if (to <= from || end - begin > MOST) {
      first = 0;
      last = -1;
      return;
    }
    for (int i = begin; i <= end; i++) {
      if (!area.getParagraph(i).getParagraphStyle().contains(CURRENT)) {
        area.setParagraphStyle(i, List.of(CURRENT));
      }
    }
    first = begin;
    last = end;
  }

  private int line(int at) {
    return area.offsetToPosition(Math.clamp(at, 0, area.getLength()), TwoDimensional.Bias.Backward)
        .getMajor();
  }
}
