package org.binnacle.state;

import org.binnacle.kernel.FaultCode;

/// What can be wrong with the state folder and its database; words in `messages/state.properties`.
public final class StateFaults {
  public static final FaultCode FOLDER = FaultCode.server("state.folder");
  public static final FaultCode NEWER = FaultCode.refused("state.newer");
  public static final FaultCode CORRUPT = FaultCode.server("state.corrupt");
  public static final FaultCode IN_USE = FaultCode.refused("state.in-use");
  public static final FaultCode MIGRATION = FaultCode.server("state.migration");
  public static final FaultCode DATABASE = FaultCode.server("state.database");
  public static final FaultCode CLOSED = FaultCode.server("state.closed");

  private StateFaults() {}
}
