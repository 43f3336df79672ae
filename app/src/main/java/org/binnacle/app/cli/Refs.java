package org.binnacle.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.binnacle.kernel.InstanceRef;

/// An instance as every document names it.
final class Refs {
  private Refs() {}

  static Map<String, Object> document(InstanceRef ref) {
    var document = new LinkedHashMap<String, Object>();
    document.put("name", ref.name());
    document.put("address", ref.address());
    document.put("environment", ref.environment());
    document.put("cluster", ref.cluster());
    return document;
  }
}
