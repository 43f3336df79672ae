package org.binnacle.mysql;

import org.binnacle.kernel.FaultCode;

/// Why there is no connection; words in `messages/connect.properties`.
public final class ConnectFaults {
  public static final FaultCode UNKNOWN_HOST = FaultCode.server("connect.dns");
  public static final FaultCode REFUSED = FaultCode.server("connect.refused");
  public static final FaultCode TIMEOUT = FaultCode.server("connect.timeout");
  public static final FaultCode TUNNEL = FaultCode.server("connect.tunnel");
  public static final FaultCode HOST_KEY_UNKNOWN = FaultCode.server("connect.host-key-unknown");
  public static final FaultCode HOST_KEY_CHANGED = FaultCode.server("connect.host-key-changed");
  public static final FaultCode TLS = FaultCode.server("connect.tls");
  public static final FaultCode PUBLIC_KEY = FaultCode.server("connect.public-key");
  public static final FaultCode DENIED = FaultCode.server("connect.denied");
  public static final FaultCode PASSWORD_EXPIRED = FaultCode.server("connect.expired");
  public static final FaultCode TOO_MANY = FaultCode.server("connect.too-many");

  /// A connection that can wait is not asked for where the server was full a short while ago.
  public static final FaultCode KEPT_FREE = FaultCode.server("connect.kept-free");

  public static final FaultCode HOST_BLOCKED = FaultCode.server("connect.host-blocked");
  public static final FaultCode NOT_MYSQL = FaultCode.server("connect.not-mysql");
  public static final FaultCode UNSUPPORTED = FaultCode.server("connect.unsupported");
  public static final FaultCode LOST = FaultCode.server("connect.lost");
  public static final FaultCode BACKING_OFF = FaultCode.server("connect.backing-off");
  public static final FaultCode OTHER = FaultCode.server("connect.other");

  private ConnectFaults() {}
}
