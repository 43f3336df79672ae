package org.binnacle.testkit;

import org.binnacle.kernel.Fault;

/// Whether a server build can be had on this machine now.
public sealed interface Availability {

  record Ready(Installation installation) implements Availability {}

  /// @param fault why not, in words for people
  record Missing(Fault fault) implements Availability {
    public String reason() {
      return fault.detail();
    }
  }
}
