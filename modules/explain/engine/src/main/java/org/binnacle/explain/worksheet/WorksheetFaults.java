package org.binnacle.explain.worksheet;

import org.binnacle.kernel.FaultCode;

/// Why something was not run; words in `messages/worksheet.properties`.
public final class WorksheetFaults {
  public static final FaultCode NO_INSTANCE = FaultCode.usage("worksheet.no-instance");
  public static final FaultCode EMPTY = FaultCode.usage("worksheet.empty");
  public static final FaultCode NOT_ARMED = FaultCode.refused("worksheet.not-armed");
  public static final FaultCode NEEDS_NAME = FaultCode.refused("worksheet.needs-name");
  public static final FaultCode NO_AUDIT = FaultCode.refused("worksheet.no-audit");
  public static final FaultCode LIMIT = FaultCode.server("worksheet.limit");
  public static final FaultCode UNKNOWN = FaultCode.server("worksheet.unknown");
  public static final FaultCode BUSY = FaultCode.usage("worksheet.busy");
  public static final FaultCode SPOOL = FaultCode.server("worksheet.spool");
  public static final FaultCode TOO_MANY = FaultCode.usage("worksheet.too-many");
  public static final FaultCode CLOSED = FaultCode.usage("worksheet.closed");

  private WorksheetFaults() {}
}
