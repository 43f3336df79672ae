package org.binnacle.review;

import org.binnacle.kernel.FaultCode;

/// What can go wrong before a statement is looked at.
public final class ReviewFaults {
  public static final FaultCode NO_RULE_SET = FaultCode.usage("review.no-rule-set");
  public static final FaultCode BAD_RULE_SET = FaultCode.usage("review.bad-rule-set");
  public static final FaultCode BAD_SCHEMA = FaultCode.usage("review.bad-schema");
  public static final FaultCode BAD_BASELINE = FaultCode.usage("review.bad-baseline");
  public static final FaultCode BAD_VERSION = FaultCode.usage("review.bad-version");
  public static final FaultCode NO_RULE = FaultCode.usage("review.no-rule");
  public static final FaultCode TOO_LARGE = FaultCode.usage("review.too-large");
  public static final FaultCode NO_DATABASE = FaultCode.usage("review.no-database");
  public static final FaultCode NO_REPLICA = FaultCode.usage("review.no-replica");

  /// The replica is far behind its source, and nobody has said that it may be asked all the same.
  public static final FaultCode LAGS = FaultCode.refused("review.lags");

  public static final FaultCode NO_SUCH_TARGET = FaultCode.usage("review.no-target");
  public static final FaultCode NEEDS_NAME = FaultCode.refused("review.needs-name");
  public static final FaultCode BINARY = FaultCode.usage("review.binary");

  /// A file or folder cannot be read.
  public static final FaultCode NOT_READ = FaultCode.usage("review.not-read");

  /// A file cannot be written.
  public static final FaultCode NOT_WRITTEN = FaultCode.usage("review.not-written");

  private ReviewFaults() {}

  /// For the test that looks for words.
  public static java.util.List<FaultCode> all() {
    return java.util.List.of(
        NO_RULE_SET,
        BAD_RULE_SET,
        BAD_SCHEMA,
        BAD_BASELINE,
        BAD_VERSION,
        NO_RULE,
        TOO_LARGE,
        BINARY,
        NOT_READ,
        NOT_WRITTEN,
        NO_DATABASE,
        NO_REPLICA,
        LAGS,
        NO_SUCH_TARGET,
        NEEDS_NAME);
  }
}
