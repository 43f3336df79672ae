package org.binnacle.explain.schema;

import org.binnacle.kernel.FaultCode;

/// Why a schema cannot be read; words in `messages/schema.properties`.
public final class SchemaFaults {
  public static final FaultCode NO_INSTANCE = FaultCode.usage("schema.no-instance");

  private SchemaFaults() {}
}
