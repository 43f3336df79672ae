package org.binnacle.inventory;

import org.binnacle.kernel.FaultCode;

/// What can be wrong with an instance, an environment or a target; words in
/// `messages/inventory.properties`.
public final class InventoryFaults {
  public static final FaultCode NAME_EMPTY = FaultCode.usage("inventory.name-empty");
  public static final FaultCode NAME_TAKEN = FaultCode.usage("inventory.name-taken");
  public static final FaultCode NAME_SHAPE = FaultCode.usage("inventory.name-shape");
  public static final FaultCode HOST = FaultCode.usage("inventory.host");
  public static final FaultCode PORT = FaultCode.usage("inventory.port");
  public static final FaultCode USER = FaultCode.usage("inventory.user");
  public static final FaultCode TLS = FaultCode.usage("inventory.tls");
  public static final FaultCode CA_MISSING = FaultCode.usage("inventory.ca-missing");
  public static final FaultCode CA_UNUSED = FaultCode.usage("inventory.ca-unused");
  public static final FaultCode KEY_RETRIEVAL = FaultCode.usage("inventory.key-retrieval");
  public static final FaultCode TUNNEL = FaultCode.usage("inventory.tunnel");
  public static final FaultCode ENVIRONMENT = FaultCode.usage("inventory.environment");
  public static final FaultCode ENVIRONMENT_SHAPE = FaultCode.usage("inventory.environment-shape");
  public static final FaultCode TAG = FaultCode.usage("inventory.tag");
  public static final FaultCode TEXT = FaultCode.usage("inventory.text");
  public static final FaultCode FIELD = FaultCode.usage("inventory.field");
  public static final FaultCode GONE = FaultCode.usage("inventory.gone");
  public static final FaultCode NOTHING_TO_UNDO = FaultCode.usage("inventory.nothing-to-undo");
  public static final FaultCode SELECTOR = FaultCode.usage("inventory.selector");
  public static final FaultCode TARGET_UNKNOWN = FaultCode.usage("inventory.target-unknown");
  public static final FaultCode TARGET_AMBIGUOUS = FaultCode.usage("inventory.target-ambiguous");
  public static final FaultCode URL = FaultCode.usage("inventory.url");
  public static final FaultCode URL_PASSWORD = FaultCode.refused("inventory.url-password");

  private InventoryFaults() {}
}
