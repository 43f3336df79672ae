package org.binnacle.mysql;

import org.binnacle.kernel.FaultCode;

/// Why a statement failed; words in `messages/sql.properties`. The detail is `1142: the server's
/// words`.
public final class SqlFaults {
  public static final FaultCode PRIVILEGE = FaultCode.server("sql.privilege");
  public static final FaultCode TIME_LIMIT = FaultCode.server("sql.time-limit");
  public static final FaultCode READ_ONLY = FaultCode.server("sql.read-only");
  public static final FaultCode LOCK_WAIT = FaultCode.server("sql.lock-wait");
  public static final FaultCode NO_SUCH_THREAD = FaultCode.server("sql.no-such-thread");
  public static final FaultCode NOT_OWNER = FaultCode.server("sql.not-owner");
  public static final FaultCode KILLED = FaultCode.server("sql.killed");
  public static final FaultCode SYNTAX = FaultCode.usage("sql.syntax");
  public static final FaultCode OTHER = FaultCode.server("sql.other");

  private SqlFaults() {}
}
