package org.binnacle.fxkit.sql;

import java.util.List;

/// The colours of SQL, from the token stream of the module `sql`.
final class SqlColours implements Highlighter {

  @Override
  public List<Stretch> stretches(String text) {
    return List.of();
  }
}
