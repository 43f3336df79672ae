package org.binnacle.testkit.fetch;

import org.binnacle.kernel.FaultCode;

/// Why a server build cannot be had; words in `messages/fetch.properties`.
public final class FetchFaults {
  /// Nothing answers: no network, a proxy that is not set, a wrong mirror.
  public static final FaultCode OFFLINE = FaultCode.server("fetch.offline");

  /// The repository answered with an error.
  public static final FaultCode HTTP = FaultCode.server("fetch.http");

  /// What came is not what was asked for.
  public static final FaultCode CORRUPT = FaultCode.server("fetch.corrupt");

  /// There is no build for this system.
  public static final FaultCode PLATFORM = FaultCode.server("fetch.platform");

  /// The build needs a system library that is missing and that we cannot bring.
  public static final FaultCode LIBRARY = FaultCode.server("fetch.library");

  /// A program that fetching needs (apt-get, dpkg, npm) is missing or failed.
  public static final FaultCode TOOL = FaultCode.server("fetch.tool");

  /// The cache cannot be written.
  public static final FaultCode CACHE = FaultCode.server("fetch.cache");

  /// Maven's settings cannot be read.
  public static final FaultCode SETTINGS = FaultCode.server("fetch.settings");

  private FetchFaults() {}
}
