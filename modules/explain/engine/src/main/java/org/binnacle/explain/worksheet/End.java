package org.binnacle.explain.worksheet;

import java.time.Duration;
import java.util.List;
import org.binnacle.explain.live.ServerNote;
import org.binnacle.kernel.Fault;

/// How a statement ended on one instance.
public sealed interface End {

  /// It ran to its end, or until there were enough rows.
  ///
  /// @param rows rows given, of all its results
  /// @param affected rows changed; negative where the statement gives rows instead
  /// @param cut whether there were more rows than the limit
  record Done(long rows, long affected, boolean cut, List<ServerNote> warnings, Duration took)
      implements End {
    public Done {
      warnings = List.copyOf(warnings);
    }
  }

  /// The server refused it or ended it. What came before the failure stays.
  record Failed(Fault fault, Duration took) implements End {}

  /// It was not sent: it would change something, and the run is not armed for that here.
  record Refused(Fault fault) implements End {}

  /// The user stopped it; a change was rolled back by the server.
  record Stopped(Duration took) implements End {}

  /// The connection broke while a change was under way: nobody can tell whether it took place. It
  /// is never tried again.
  record Unknown(Fault fault, Duration took) implements End {}

  /// Not run, because of one before it.
  record Skipped() implements End {}
}
