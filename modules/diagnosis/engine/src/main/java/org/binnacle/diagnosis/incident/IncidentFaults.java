package org.binnacle.diagnosis.incident;

import org.binnacle.kernel.FaultCode;

/// Why an incident cannot be had; words in `messages/incident.properties`.
public final class IncidentFaults {
  /// There is none by that name.
  public static final FaultCode UNKNOWN = FaultCode.usage("incident.unknown");

  /// A file is no incident of ours.
  public static final FaultCode NOT_ONE = FaultCode.usage("incident.not-one");

  /// A file is larger than any that we write.
  public static final FaultCode TOO_LARGE = FaultCode.usage("incident.too-large");

  /// It was written by a newer program.
  public static final FaultCode NEWER = FaultCode.usage("incident.newer");

  /// The file cannot be read or written.
  public static final FaultCode FILE = FaultCode.usage("incident.file");

  /// A trigger makes no sense.
  public static final FaultCode TRIGGER = FaultCode.usage("incident.trigger");

  /// What is shown was recorded: no server is asked, nothing is done to one.
  public static final FaultCode RECORDED = FaultCode.usage("incident.recorded");

  /// An instance did not answer while a record was made.
  public static final FaultCode NO_ANSWER_THEN = FaultCode.usage("incident.no-answer-then");

  /// An instance is being recorded already.
  public static final FaultCode RECORDING = FaultCode.usage("incident.recording");

  private IncidentFaults() {}
}
