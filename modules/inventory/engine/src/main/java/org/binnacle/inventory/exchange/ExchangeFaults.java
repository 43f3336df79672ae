package org.binnacle.inventory.exchange;

import org.binnacle.kernel.FaultCode;

/// Why a file cannot be imported or exported; words in `messages/exchange.properties`. The detail
/// begins with `file:line` where a line is known.
public final class ExchangeFaults {
  public static final FaultCode FILE = FaultCode.usage("exchange.file");
  public static final FaultCode TOO_LARGE = FaultCode.usage("exchange.too-large");
  public static final FaultCode BROKEN = FaultCode.usage("exchange.broken");
  public static final FaultCode NEWER = FaultCode.usage("exchange.newer");
  public static final FaultCode KIND = FaultCode.usage("exchange.kind");

  private ExchangeFaults() {}
}
