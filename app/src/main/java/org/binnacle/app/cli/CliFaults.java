package org.binnacle.app.cli;

import org.binnacle.kernel.FaultCode;

/// What can be wrong with a command line; words in `messages/cli.properties`.
public final class CliFaults {
  public static final FaultCode UNKNOWN_COMMAND = FaultCode.usage("cli.unknown-command");
  public static final FaultCode UNKNOWN_OPTION = FaultCode.usage("cli.unknown-option");
  public static final FaultCode USAGE = FaultCode.usage("cli.usage");
  public static final FaultCode NEEDS_YES = FaultCode.refused("cli.needs-yes");
  public static final FaultCode NEEDS_CONFIRM = FaultCode.refused("cli.needs-confirm");
  public static final FaultCode NO_PASSWORD = FaultCode.usage("cli.no-password");
  public static final FaultCode MASTER_DIFFERS = FaultCode.usage("cli.master-differs");
  public static final FaultCode DECLINED = FaultCode.refused("cli.declined");
  public static final FaultCode NO_FILE = FaultCode.usage("cli.no-file");
  public static final FaultCode NO_SCRIPT = FaultCode.usage("cli.no-script");
  public static final FaultCode NO_KEPT = FaultCode.usage("cli.no-kept");
  public static final FaultCode NO_WRITE = FaultCode.server("cli.no-write");
  public static final FaultCode NO_PLAN = FaultCode.usage("cli.no-plan");
  public static final FaultCode NO_PICTURE = FaultCode.server("cli.no-picture");
  public static final FaultCode NO_DISPLAY = FaultCode.server("cli.no-display");

  private CliFaults() {}
}
