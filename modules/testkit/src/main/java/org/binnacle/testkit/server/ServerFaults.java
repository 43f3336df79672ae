package org.binnacle.testkit.server;

import org.binnacle.kernel.FaultCode;

/// Why a server process of ours does not run; words in `messages/testkit.properties`.
public final class ServerFaults {
  /// The data folder cannot be initialised.
  public static final FaultCode INIT = FaultCode.server("testkit.init");

  /// The process ended or does not answer.
  public static final FaultCode START = FaultCode.server("testkit.start");

  private ServerFaults() {}
}
