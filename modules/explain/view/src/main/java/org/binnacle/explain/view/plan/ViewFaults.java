package org.binnacle.explain.view.plan;

import org.binnacle.kernel.FaultCode;

/// What can go wrong on the screens of plans; words in `messages/planview.properties`.
public final class ViewFaults {
  /// The text is no plan in a format that is known here.
  public static final FaultCode NO_PLAN = FaultCode.usage("planview.not-recognised");

  /// The clipboard holds no text.
  public static final FaultCode EMPTY_CLIPBOARD = FaultCode.usage("planview.clipboard-empty");

  /// A file cannot be read, or is far too large to be a plan.
  public static final FaultCode NOT_READ = FaultCode.usage("planview.file-not-read");

  /// A file cannot be written.
  public static final FaultCode NOT_WRITTEN = FaultCode.usage("planview.file-not-written");

  /// What a tab showed is not known any more.
  public static final FaultCode NOT_THERE = FaultCode.usage("planview.not-there");

  private ViewFaults() {}
}
