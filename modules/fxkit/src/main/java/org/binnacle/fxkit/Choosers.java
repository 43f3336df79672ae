package org.binnacle.fxkit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;

/// The system's file dialogs behind an interface, since no test can click in those. On the FX
/// thread.
public interface Choosers {

  /// A kind of file.
  ///
  /// @param words such as `CSV files`
  /// @param patterns such as `*.csv`
  record Kind(String words, List<String> patterns) {
    public Kind {
      patterns = List.copyOf(patterns);
    }

    public static Kind of(String words, String... patterns) {
      return new Kind(words, List.of(patterns));
    }
  }

  Optional<Path> open(Window owner, String title, List<Kind> kinds);

  /// @param name the proposed file name
  Optional<Path> save(Window owner, String title, String name, List<Kind> kinds);

  Optional<Path> folder(Window owner, String title);
}
