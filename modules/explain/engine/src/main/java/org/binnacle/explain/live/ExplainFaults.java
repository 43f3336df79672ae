package org.binnacle.explain.live;

import org.binnacle.kernel.FaultCode;

/// Why there is no plan; words in `messages/explain.properties`.
public final class ExplainFaults {
  public static final FaultCode NO_INSTANCE = FaultCode.usage("explain.no-instance");
  public static final FaultCode EMPTY = FaultCode.usage("explain.empty");
  public static final FaultCode SEVERAL = FaultCode.usage("explain.several");
  public static final FaultCode CUT = FaultCode.refused("explain.cut");
  public static final FaultCode PLACEHOLDERS = FaultCode.usage("explain.placeholders");
  public static final FaultCode NOT_EXPLAINABLE = FaultCode.usage("explain.kind");
  public static final FaultCode FUNCTION = FaultCode.refused("explain.function");
  public static final FaultCode NOT_MEASURABLE = FaultCode.refused("explain.measure-kind");
  public static final FaultCode NO_MEASURE = FaultCode.usage("explain.no-measure");
  public static final FaultCode NEEDS_NAME = FaultCode.refused("explain.needs-name");
  public static final FaultCode QUALIFIED = FaultCode.usage("explain.qualified");
  public static final FaultCode NO_FORM = FaultCode.usage("explain.no-form");
  public static final FaultCode IDLE = FaultCode.usage("explain.idle");
  public static final FaultCode STOPPED = FaultCode.server("explain.limit");
  public static final FaultCode UNREADABLE = FaultCode.server("explain.unreadable");

  public static final FaultCode NO_ADVICE = FaultCode.usage("explain.no-advice");
  public static final FaultCode NOT_KEPT = FaultCode.usage("explain.not-kept");
  public static final FaultCode AMBIGUOUS = FaultCode.usage("explain.ambiguous");
  public static final FaultCode NO_INVISIBLE = FaultCode.usage("explain.no-invisible");
  public static final FaultCode LOGGED = FaultCode.refused("explain.logged");
  public static final FaultCode NO_SCHEMA = FaultCode.usage("explain.no-schema");
  public static final FaultCode NO_TRIAL = FaultCode.server("explain.no-trial");

  private ExplainFaults() {}
}
