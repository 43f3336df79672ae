package org.binnacle.review.view.server;

import java.util.Optional;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.review.ReviewFaults;
import org.binnacle.review.live.Remembered;
import org.binnacle.review.view.Servers;

/// Begins to ask the server of a run, within its task: looks for it where nobody has yet, and
/// refuses what nobody has agreed to.
///
/// @param picked by the user just now
/// @param agreed id of the instance that the user lets be asked though it takes writes; empty for
///   none
/// @param lagging whether a replica that is far behind may be asked
public record Opening(
    Servers servers, On on, Optional<Servers.Picked> picked, String agreed, boolean lagging) {

  /// Blocks. The caller closes the memory, which goes on to answer.
  ///
  /// @throws Fault with {@link ReviewFaults#NO_REPLICA}, {@link ReviewFaults#LAGS} and those of
  ///   connections
  public Answers open(Cancel cancel) {
    Servers.Picked server =
        picked.orElseGet(() -> servers.pick(on.target(), !agreed.isEmpty(), cancel));
    if (server.takesWrites() && !server.instance().id().equals(agreed)) {
      throw new Fault(ReviewFaults.NO_REPLICA, server.instance().name() + " takes writes");
    }
    if (!lagging && Lag.isFar(server)) {
      throw new Fault(ReviewFaults.LAGS, server.instance().name() + " " + Lag.words(server));
    }
    return new Answers(server.instance(), new Remembered(server.open(cancel)), on);
  }
}
