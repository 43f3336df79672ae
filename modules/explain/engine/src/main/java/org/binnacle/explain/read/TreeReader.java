package org.binnacle.explain.read;

import java.util.ArrayList;
import java.util.List;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.PlanFormat;
import org.binnacle.explain.Role;
import org.binnacle.explain.TextRange;
import org.binnacle.explain.read.Lines.Line;

/// FORMAT=TREE and the text of EXPLAIN ANALYZE: four blanks and `-> ` for each level.
final class TreeReader implements PlanReader {
  private static final String ARROW = "-> ";
  private static final String NOT_EXECUTABLE = "<not executable by iterator executor>";

  @Override
  public PlanFormat format() {
    return PlanFormat.TREE;
  }

  @Override
  public boolean fits(Unwrapped source) {
    return source instanceof Unwrapped.Document document && isTree(document.slice().text());
  }

  private static boolean isTree(String text) {
    String start = text.stripLeading();
    return start.startsWith(ARROW) || start.startsWith(NOT_EXECUTABLE) || text.contains("\n-> ");
  }

  @Override
  public Reading read(Unwrapped source) {
    Slice slice = ((Unwrapped.Document) source).slice();
    var result = new Reading();
    var open = new ArrayList<TreeItem>();
    for (TreeItem item : items(slice, result)) {
      Numbers numbers = new Numbers(item.text());
      item.draft(Operations.read(numbers.operation, slice.range(item.start, item.end)));
      numbers.into(item.draft());
      while (!open.isEmpty() && open.getLast().level >= item.level) {
        close(open, result);
      }
      open.add(item);
    }
    while (!open.isEmpty()) {
      close(open, result);
    }
    return result;
  }

  /// Takes the last open item and hangs it where it belongs, as all its children are known now.
  private static void close(List<TreeItem> open, Reading result) {
    TreeItem item = open.removeLast();
    List<Draft> siblings = open.isEmpty() ? result.roots : open.getLast().draft().children;
    Draft draft = item.draft();
    String label = draft.label;
    if (Headings.dropped(label) && !draft.children.isEmpty()) {
      for (Draft child : draft.children) {
        Headings.apply(label, child);
        siblings.add(child);
      }
    } else if (draft.kind instanceof NodeKind.Subquery
        && Headings.projected(label)
        && !siblings.isEmpty()) {
      // Printed beside the plan whose rows it serves.
      siblings.getLast().add(draft, Role.PROJECTION);
    } else {
      siblings.add(draft);
    }
    Adoption.settle(draft);
  }

  private static List<TreeItem> items(Slice slice, Reading result) {
    String text = slice.text();
    var items = new ArrayList<TreeItem>();
    int base = -1;
    int level = -1;
    for (Line line : Lines.of(text)) {
      int blanks = blanks(line.text());
      boolean arrow = line.text().startsWith(ARROW, blanks);
      int offset = blanks - Math.max(base, 0);
      if (arrow && base < 0) {
        base = blanks;
        offset = 0;
      }
      // A literal in a condition may hold a line that looks like a step: no step skips a level.
      if (arrow && offset >= 0 && offset % 4 == 0 && offset / 4 <= level + 1) {
        level = offset / 4;
        items.add(new TreeItem(text, level, line.start() + blanks, line.end()));
      } else if (!items.isEmpty() && !line.blank()) {
        items.getLast().end = line.end();
      } else if (line.text().strip().startsWith(NOT_EXECUTABLE)) {
        TextRange range = slice.range(line.start(), line.end());
        result.roots.add(Draft.other(NOT_EXECUTABLE, range));
      }
    }
    return items;
  }

  private static int blanks(String line) {
    int count = 0;
    while (count < line.length() && line.charAt(count) == ' ') {
      count++;
    }
    return count;
  }
}
