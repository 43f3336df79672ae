package org.binnacle.diagnosis.view.variables;

import java.util.List;
import org.binnacle.diagnosis.view.instance.Feed;
import org.binnacle.diagnosis.watch.Rounds;
import org.binnacle.fxkit.table.LiveTable;

/// One way to look at variables: a table with what feeds it. Asks servers between {@link #start}
/// and {@link #stop} only.
sealed interface Sheet extends AutoCloseable permits OneSheet, CompareSheet, StatusSheet {
  LiveTable<?, ?> table();

  /// What brings its rows.
  Feed<?> feed();

  void start();

  void stop();

  /// Shows only rows that hold these words.
  void search(String words);

  /// What to tell above: called after each round.
  interface Told {
    void seen(List<? extends Rounds.Seen<?>> seen, String summary, List<String> notes);
  }

  @Override
  void close();
}
