package org.binnacle.state.vault;

import org.binnacle.kernel.FaultCode;

/// What can be wrong with the vault; words in `messages/vault.properties`.
public final class VaultFaults {
  public static final FaultCode LOCKED = FaultCode.refused("vault.locked");
  public static final FaultCode WRONG_MASTER = FaultCode.refused("vault.wrong-master");
  public static final FaultCode SLOW_DOWN = FaultCode.refused("vault.slow-down");
  public static final FaultCode WEAK_MASTER = FaultCode.usage("vault.weak-master");
  public static final FaultCode NOT_GIVEN = FaultCode.refused("vault.not-given");
  public static final FaultCode DAMAGED = FaultCode.server("vault.damaged");
  public static final FaultCode NEWER = FaultCode.refused("vault.newer");
  public static final FaultCode FILE = FaultCode.server("vault.file");
  public static final FaultCode KEYCHAIN = FaultCode.server("vault.keychain");

  private VaultFaults() {}
}
