package org.binnacle.review.schema;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.binnacle.sql.ddl.IndexDef;

/// Names for indexes that were given none, as the server makes them: the first column, with `_2`
/// and so on where that is taken (MySQL 8.4 manual, 15.1.20).
final class IndexNames {
  private final Set<String> taken = new HashSet<>();

  IndexDef named(IndexDef index) {
    if (index.name().isPresent() && !index.inline()) {
      taken.add(small(index.name().get()));
      return index;
    }
    if (index.kind() == IndexDef.Kind.PRIMARY) {
      return index;
    }
    String first =
        index.parts().isEmpty() || !index.parts().getFirst().isColumn()
            ? "functional_index"
            : index.parts().getFirst().column();
    String name = first;
    for (int i = 2; !taken.add(small(name)); i++) {
      name = first + "_" + i;
    }
    return index.withName(name);
  }

  void take(String name) {
    taken.add(small(name));
  }

  private static String small(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
