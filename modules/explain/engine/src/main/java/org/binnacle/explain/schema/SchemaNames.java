package org.binnacle.explain.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The names of a schema, for completion: a snapshot.
///
/// @param tables column names with their types, by the table's or view's name, in the server's
///   order
/// @param routines names of functions and procedures
public record SchemaNames(
    String schema, Map<String, Map<String, String>> tables, List<String> routines) {

  public SchemaNames {
    tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
    routines = List.copyOf(routines);
  }
}
