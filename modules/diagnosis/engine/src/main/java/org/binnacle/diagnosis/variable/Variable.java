package org.binnacle.diagnosis.variable;

import java.time.Instant;
import java.util.Optional;

/// A global variable with all that its server tells of it.
///
/// @param name in lower case
/// @param path the option file that sets it; empty for none
/// @param usual its default; empty where the family does not tell it
/// @param dynamic whether SET GLOBAL may change it; empty where that is not known
/// @param setAt when it was last set while the server ran
/// @param setBy the account that set it; empty where nobody did or it is not told
/// @param persisted what a restart will set it to; empty where nothing is persisted
/// @param range such as `1 to 100`, or the words it may be; empty where it is not told
/// @param comment what it is for, in the server's words; empty where it does not tell
public record Variable(
    String name,
    String value,
    Origin origin,
    String path,
    Optional<String> usual,
    Optional<Boolean> dynamic,
    Optional<Instant> setAt,
    String setBy,
    Optional<String> persisted,
    String range,
    String comment) {

  /// Whether a restart will give it another value than it has now, as far as persisted values tell.
  public boolean otherAfterRestart() {
    return persisted.filter(next -> !next.equalsIgnoreCase(value)).isPresent();
  }
}
