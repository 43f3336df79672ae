package org.binnacle.diagnosis;

import org.binnacle.kernel.FaultCode;

/// Why a look at sessions is not possible; words in `messages/sessions.properties`.
public final class SessionFaults {
  /// The text of the query bar is no query.
  public static final FaultCode QUERY = FaultCode.usage("sessions.query");

  /// The instance is not in the fleet any more.
  public static final FaultCode NO_INSTANCE = FaultCode.usage("sessions.no-instance");

  /// The thread has ended.
  public static final FaultCode GONE = FaultCode.server("sessions.gone");

  private SessionFaults() {}
}
