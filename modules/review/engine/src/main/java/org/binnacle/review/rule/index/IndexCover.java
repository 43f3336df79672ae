package org.binnacle.review.rule.index;

import java.util.Locale;
import org.binnacle.sql.ddl.IndexDef;
import org.binnacle.sql.ddl.KeyPart;

/// Whether an index does all that another does.
final class IndexCover {
  private IndexCover() {}

  /// The same parts in the same order; what is unique is not made superfluous by what is not.
  static boolean isSame(IndexDef a, IndexDef b) {
    if (a.parts().size() != b.parts().size() || !alike(a, b) || a.visible() != b.visible()) {
      return false;
    }
    for (int i = 0; i < a.parts().size(); i++) {
      if (!sameColumn(a.parts().get(i), b.parts().get(i))
          || !a.parts().get(i).prefix().equals(b.parts().get(i).prefix())) {
        return false;
      }
    }
    return true;
  }

  /// Whether the shorter index is the beginning of the longer: everything looked up, sorted or
  /// grouped by it is found by the longer one too. A unique one keeps rows apart and stays; an
  /// invisible longer one serves nobody.
  static boolean isPrefix(IndexDef shorter, IndexDef longer) {
    if (shorter.isUnique()
        || !shorter.isOrdered()
        || !longer.isOrdered()
        || (shorter.visible() && !longer.visible())
        || isSame(shorter, longer)
        || shorter.parts().size() > longer.parts().size()) {
      return false;
    }
    for (int i = 0; i < shorter.parts().size(); i++) {
      KeyPart s = shorter.parts().get(i);
      KeyPart l = longer.parts().get(i);
      boolean last = i == shorter.parts().size() - 1;
      boolean shortPrefix =
          s.prefix().isPresent() && (l.prefix().isEmpty() || l.prefix().get() >= s.prefix().get());
      if (!sameColumn(s, l) || !(s.prefix().equals(l.prefix()) || (last && shortPrefix))) {
        return false;
      }
    }
    return true;
  }

  private static boolean alike(IndexDef a, IndexDef b) {
    return a.kind() == b.kind() || (a.isOrdered() && b.isOrdered());
  }

  private static boolean sameColumn(KeyPart a, KeyPart b) {
    return a.isColumn() == b.isColumn()
        && a.descending() == b.descending()
        && (a.isColumn()
            ? a.column().equalsIgnoreCase(b.column())
            : normal(a.expression().orElse("")).equals(normal(b.expression().orElse(""))));
  }

  private static String normal(String expression) {
    return expression.replaceAll("[\\s`]+", "").toLowerCase(Locale.ROOT);
  }
}
